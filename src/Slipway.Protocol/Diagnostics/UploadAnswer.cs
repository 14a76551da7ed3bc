namespace Slipway.Protocol.Diagnostics;

/// <summary>What arrived of an upload that is thrown away: POST <see cref="Path"/>.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">SHA-256, hex in lower case.</param>
public sealed record UploadAnswer(long Length, string Sha256)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/api/v1/diagnostics/upload";
}
