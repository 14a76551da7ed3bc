using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>A compiled <c>res</c> folder.</summary>
/// <param name="Table">The table with every resource.</param>
/// <param name="Files">The files of resources, by their path in the package.</param>
/// <param name="Manifest">The binary manifest; empty when none was given.</param>
public sealed record CompiledResources(ResourceTable Table, IReadOnlyList<PackagedResource> Files, byte[] Manifest);
