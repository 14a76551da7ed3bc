namespace Slipway.Server;

/// <summary>How much of an app the service takes.</summary>
public sealed record ContentLimits
{
    /// <summary>Files of a revision.</summary>
    public int MostFiles { get; init; } = 50_000;

    /// <summary>Bytes of one file, and of one artifact.</summary>
    public long LargestFile { get; init; } = 1L << 30;

    /// <summary>Bytes of all files of a revision.</summary>
    public long LargestRevision { get; init; } = 4L << 30;
}
