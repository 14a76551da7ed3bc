namespace Slipway.Build.Resources;

/// <summary>The files of a package that <see cref="AndroidResources"/> makes, in ordinal order of their paths.</summary>
/// <param name="Files">Manifest, table and resource files.</param>
public sealed record AndroidResourceSet(IReadOnlyList<PackagedResource> Files);
