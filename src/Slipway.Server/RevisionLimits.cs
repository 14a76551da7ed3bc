namespace Slipway.Server;

/// <summary>Limits of an app's size.</summary>
public sealed record RevisionLimits
{
    /// <summary>Maximum number of files of a revision.</summary>
    public int MostFiles { get; init; } = 50_000;

    /// <summary>Maximum size of one file, and of one artifact, in bytes.</summary>
    public long LargestFile { get; init; } = 1L << 30;

    /// <summary>Maximum size of all files of a revision, in bytes.</summary>
    public long LargestRevision { get; init; } = 4L << 30;
}
