namespace Slipway.Protocol.Diagnostics;

/// <summary>What arrived of a test upload, which is discarded: POST <see cref="Path"/>.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">SHA-256, hex in lower case.</param>
public sealed record UploadAnswer(long Length, string Sha256)
{
    /// <summary>Path of the endpoint.</summary>
    public const string Path = "/api/v1/diagnostics/upload";
}
