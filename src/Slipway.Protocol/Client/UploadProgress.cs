namespace Slipway.Protocol.Client;

/// <summary>The progress of an upload.</summary>
/// <param name="Sent">Bytes that were sent.</param>
/// <param name="Total">Bytes to send in total.</param>
public sealed record UploadProgress(long Sent, long Total);
