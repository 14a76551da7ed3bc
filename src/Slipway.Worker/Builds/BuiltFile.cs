namespace Slipway.Worker.Builds;

/// <summary>A file that a build made, as checked by the worker.</summary>
/// <param name="Format">apk, ipa or zip.</param>
/// <param name="Path">Path of the file, which exists until the outcome is disposed.</param>
/// <param name="Name">File name for people.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
public sealed record BuiltFile(string Format, string Path, string Name, long Size, string Sha256);
