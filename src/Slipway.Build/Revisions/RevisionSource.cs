namespace Slipway.Build.Revisions;

/// <summary>A file of an app that can be uploaded.</summary>
/// <param name="Path">Path within the app as given; for an archive, its file name.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Open">Opens the content; may be called from several threads. The stream can seek.</param>
public sealed record RevisionSource(string Path, string Sha256, long Size, Func<Stream> Open);
