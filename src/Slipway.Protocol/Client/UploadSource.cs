namespace Slipway.Protocol.Client;

/// <summary>A content that can be uploaded.</summary>
/// <param name="Path">What a person calls it.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Open">Opens it; may be called several times and from several threads. The stream can seek.</param>
public sealed record UploadSource(string Path, string Sha256, long Size, Func<Stream> Open);
