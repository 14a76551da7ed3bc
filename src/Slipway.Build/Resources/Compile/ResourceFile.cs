namespace Slipway.Build.Resources.Compile;

/// <summary>A file of a <c>res</c> folder.</summary>
/// <param name="Path">Folder and name, for example <c>values-v31/styles.xml</c>.</param>
/// <param name="Bytes">The content.</param>
public sealed record ResourceFile(string Path, ReadOnlyMemory<byte> Bytes);
