using System.Xml.Linq;
using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>A resource that a values file declares, not yet resolved.</summary>
/// <param name="Type">Kind.</param>
/// <param name="Name">Name.</param>
/// <param name="Configuration">Devices that it applies to.</param>
/// <param name="Source">The element; null for an id that another resource introduces.</param>
/// <param name="Place">Place in the sources.</param>
internal sealed record DeclaredValue(string Type, string Name, ResourceConfiguration Configuration, XElement? Source, SourcePlace Place);
