namespace Slipway.Protocol.Launches;

/// <summary>A file of a revision.</summary>
/// <param name="Path">Path from the app's folder with forward slashes; for an archive, its file name.</param>
/// <param name="Sha256">Hash of the content in lower-case hexadecimal digits.</param>
/// <param name="Size">Length in bytes.</param>
public sealed record RevisionFile(string Path, string Sha256, long Size);
