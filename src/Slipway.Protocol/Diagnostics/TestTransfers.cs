namespace Slipway.Protocol.Diagnostics;

/// <summary>How much may be sent and received for a diagnosis.</summary>
public static class TestTransfers
{
    /// <summary>Where bytes come from: GET with <c>bytes</c>; what comes is <see cref="TestBytes"/>.</summary>
    public const string DownloadPath = "/api/v1/diagnostics/download";

    /// <summary>Where events come from: GET with <c>seconds</c> and <c>interval</c>; 0 for an interval sends nothing between the first event and the last.</summary>
    public const string StreamPath = "/api/v1/diagnostics/stream";

    /// <summary>Bytes of a transfer without a token.</summary>
    public const long OpenBytes = 1 << 20;

    /// <summary>Bytes of a transfer with one.</summary>
    public const long MostBytes = 256 << 20;

    /// <summary>Seconds of a stream without a token.</summary>
    public const int OpenSeconds = 60;

    /// <summary>Seconds of a stream with one.</summary>
    public const int MostSeconds = 330;

    /// <summary>Streams at once from one network address.</summary>
    public const int StreamsAtOnce = 4;
}
