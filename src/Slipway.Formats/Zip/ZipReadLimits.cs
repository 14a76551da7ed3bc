namespace Slipway.Formats.Zip;

/// <summary>What an archive may ask of its reader.</summary>
/// <param name="MaxEntries">Most entries.</param>
/// <param name="MaxTotalSize">Most bytes that all entries unpack to.</param>
/// <param name="MaxRatio">How many bytes a packed byte may unpack to, in entries that unpack to more than a mebibyte.</param>
/// <param name="PortableNames">
/// Refuse names that some file system changes or takes for another: case, composed letters, dots and spaces at the end.
/// </param>
/// <param name="UncheckedNames">Take names that are there twice or lead out of a folder, for a reader that writes no files, and a program before the first entry.</param>
public sealed record ZipReadLimits(int MaxEntries, long MaxTotalSize, int MaxRatio, bool PortableNames, bool UncheckedNames = false)
{
    /// <summary>For the archive of an app that somebody hands in.</summary>
    public static ZipReadLimits ForApps { get; } = new(65_534, 4L << 30, 200, PortableNames: true);

    /// <summary>For packages that devices install: those may hold what deflates to next to nothing, and twins.</summary>
    public static ZipReadLimits ForPackages { get; } = new(65_535, 16L << 30, 1100, PortableNames: false);

    /// <summary>For jars, which tools put together from others.</summary>
    public static ZipReadLimits ForJars { get; } = ForPackages with { UncheckedNames = true };
}
