namespace Slipway.Formats.Zip;

/// <summary>What an archive may ask of its reader.</summary>
/// <param name="MaxEntries">Most entries.</param>
/// <param name="MaxTotalSize">Most bytes that all entries unpack to.</param>
/// <param name="MaxRatio">How many bytes a packed byte may unpack to, without counting as packed tightly.</param>
/// <param name="MaxTightSize">Most bytes that the entries which are packed more tightly unpack to together.</param>
/// <param name="AnyTool">
/// The archive may come from any tool on any system. Names are read as those write them, and must be the same file on every
/// system. An entry that cannot be used is refused when it is asked for, and not the archive: it may be no part of the app.
/// </param>
/// <param name="UncheckedNames">Take names that are there twice or lead out of a folder, for a reader that writes no files, and a program before the first entry.</param>
public sealed record ZipReadLimits(int MaxEntries, long MaxTotalSize, int MaxRatio, long MaxTightSize, bool AnyTool = false, bool UncheckedNames = false)
{
    /// <summary>For the archive of an app that somebody hands in; it may hold all of a project with what the project depends on.</summary>
    public static ZipReadLimits ForApps { get; } = new(250_000, 4L << 30, 200, 64 << 20, AnyTool: true);

    /// <summary>For packages that devices install: those may hold what deflates to next to nothing, and twins.</summary>
    public static ZipReadLimits ForPackages { get; } = new(65_535, 16L << 30, 1100, 1 << 20);

    /// <summary>For jars, which tools put together from others.</summary>
    public static ZipReadLimits ForJars { get; } = ForPackages with { UncheckedNames = true };
}
