using System.Xml.Linq;
using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>A compiled <c>res</c> folder.</summary>
/// <param name="Table">The table with every resource.</param>
/// <param name="Files">The files of resources, by their path in the package.</param>
/// <param name="Manifest">The binary manifest; empty when none was given.</param>
public sealed record CompiledResources(ResourceTable Table, IReadOnlyList<PackagedResource> Files, byte[] Manifest);

/// <summary>A file of a <c>res</c> folder.</summary>
/// <param name="Path">Folder and name, for example <c>values-v31/styles.xml</c>.</param>
/// <param name="Bytes">The content.</param>
public sealed record ResourceFile(string Path, ReadOnlyMemory<byte> Bytes);

/// <summary>A resource that a values file declares, not yet resolved.</summary>
/// <param name="Type">Kind.</param>
/// <param name="Name">Name.</param>
/// <param name="Configuration">Devices that it applies to.</param>
/// <param name="Source">The element; null for an id that another resource introduces.</param>
/// <param name="Place">Place in the sources.</param>
internal sealed record DeclaredValue(string Type, string Name, ResourceConfiguration Configuration, XElement? Source, SourcePlace Place);
