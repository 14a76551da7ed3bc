namespace Slipway.Worker.Builds;

/// <summary>A file that a build made, as the worker found it.</summary>
/// <param name="Format">apk, ipa or zip.</param>
/// <param name="Path">Where it is, until the outcome is disposed.</param>
/// <param name="Name">File name for people.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
public sealed record BuiltFile(string Format, string Path, string Name, long Size, string Sha256);
