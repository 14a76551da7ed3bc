namespace Slipway.Build;

/// <summary>A package that a build wrote.</summary>
/// <param name="Platform">The name of the platform.</param>
/// <param name="Format">apk.</param>
/// <param name="Path">Path of the file.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Sha256">Hash of the file in lower-case hexadecimal digits.</param>
public sealed record BuildArtifact(string Platform, string Format, string Path, long Size, string Sha256);
