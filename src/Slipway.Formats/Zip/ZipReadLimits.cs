namespace Slipway.Formats.Zip;

/// <summary>What an archive may ask of its reader.</summary>
/// <param name="MaxEntries">Most entries.</param>
/// <param name="MaxTotalSize">Most bytes that all entries unpack to.</param>
/// <param name="MaxRatio">How many bytes a packed byte may unpack to, in entries that unpack to more than a mebibyte.</param>
/// <param name="PortableNames">
/// Refuse names that some file system changes or takes for another: case, composed letters, dots and spaces at the end.
/// </param>
public sealed record ZipReadLimits(int MaxEntries, long MaxTotalSize, int MaxRatio, bool PortableNames)
{
    /// <summary>For the archive of an app that somebody hands in.</summary>
    public static ZipReadLimits ForApps { get; } = new(65_534, 4L << 30, 200, PortableNames: true);

    /// <summary>For packages that devices install: those may hold what deflates to next to nothing, and twins.</summary>
    public static ZipReadLimits ForPackages { get; } = new(65_535, 16L << 30, 1100, PortableNames: false);
}
