using System.Xml.Linq;
using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>A resource that a values file declares, not yet resolved.</summary>
/// <param name="Type">Kind.</param>
/// <param name="Name">Name.</param>
/// <param name="Configuration">Devices for which it is meant.</param>
/// <param name="Source">The element; null for an id that something mentions.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DeclaredValue(string Type, string Name, ResourceConfiguration Configuration, XElement? Source, Place Place);
