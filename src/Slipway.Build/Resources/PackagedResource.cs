namespace Slipway.Build.Resources;

/// <summary>A file of the package that holds resources.</summary>
/// <param name="Path">Its path in the package.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Compress">False when the content must be stored as it is.</param>
public sealed record PackagedResource(string Path, ReadOnlyMemory<byte> Bytes, bool Compress);
