namespace Slipway.Protocol.Client;

/// <summary>How far an upload is.</summary>
/// <param name="Sent">Bytes that have gone.</param>
/// <param name="Total">Bytes that have to go.</param>
public sealed record UploadProgress(long Sent, long Total);
