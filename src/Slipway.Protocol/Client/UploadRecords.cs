namespace Slipway.Protocol.Client;

/// <summary>A blob that can be uploaded.</summary>
/// <param name="Path">Path of the file as people know it.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Open">Opens the blob; may be called several times and from several threads. The stream can seek.</param>
public sealed record UploadSource(string Path, string Sha256, long Size, Func<Stream> Open);

/// <summary>The progress of an upload.</summary>
/// <param name="Sent">Bytes that were sent.</param>
/// <param name="Total">Bytes to send in total.</param>
public sealed record UploadProgress(long Sent, long Total);
