namespace Slipway.Protocol.Diagnostics;

/// <summary>Endpoints and limits of test transfers for a diagnosis.</summary>
public static class DiagnosticTransferLimits
{
    /// <summary>Endpoint of downloads: GET with <c>bytes</c> returns <see cref="IncompressibleBytes"/>.</summary>
    public const string DownloadPath = "/api/v1/diagnostics/download";

    /// <summary>
    /// Endpoint of event streams: GET with <c>seconds</c> and <c>interval</c>; with the interval 0, nothing comes between the first event and the last.
    /// </summary>
    public const string StreamPath = "/api/v1/diagnostics/stream";

    /// <summary>Maximum bytes of a transfer without a token.</summary>
    public const long OpenBytes = 1 << 20;

    /// <summary>Maximum bytes of a transfer with a token.</summary>
    public const long MostBytes = 256 << 20;

    /// <summary>Maximum duration of a stream without a token, in seconds.</summary>
    public const int OpenSeconds = 60;

    /// <summary>Maximum duration of a stream with a token, in seconds.</summary>
    public const int MostSeconds = 330;

    /// <summary>Maximum number of simultaneous streams from one network address.</summary>
    public const int StreamsAtOnce = 4;
}

/// <summary>What arrived of a test upload, which is discarded: POST <see cref="Path"/>.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">SHA-256, hex in lower case.</param>
public sealed record UploadAnswer(long Length, string Sha256)
{
    /// <summary>Path of the endpoint.</summary>
    public const string Path = "/api/v1/diagnostics/upload";
}
