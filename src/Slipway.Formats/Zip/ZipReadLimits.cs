namespace Slipway.Formats.Zip;

/// <summary>Limits of a <see cref="ZipReader"/>.</summary>
/// <param name="MaxEntries">Limit on the number of entries.</param>
/// <param name="MaxTotalSize">Limit on the unpacked bytes of all entries.</param>
/// <param name="MaxRatio">Ratio of unpacked to packed bytes above which an entry counts as tightly packed.</param>
/// <param name="MaxTightSize">Limit on the unpacked bytes of all tightly packed entries together.</param>
/// <param name="AnyTool">
/// The archive may come from any tool on any system. Names are read in the tool's charset and path syntax, and must mean the same
/// file on every system. An entry that cannot be used is refused when it is opened, instead of the archive, because it may not be
/// part of the app.
/// </param>
/// <param name="UncheckedNames">
/// Accepts names that occur twice or lead out of a folder, and a program before the first entry; for callers that do not write files.
/// </param>
public sealed record ZipReadLimits(int MaxEntries, long MaxTotalSize, int MaxRatio, long MaxTightSize, bool AnyTool = false, bool UncheckedNames = false)
{
    /// <summary>Limits for an uploaded archive of an app, which may be a whole project with its dependencies.</summary>
    public static ZipReadLimits ForApps { get; } = new(250_000, 4L << 30, 200, 64 << 20, AnyTool: true);

    /// <summary>
    /// Limits for packages that devices install, which may hold files that deflate to almost nothing, and names that differ in case
    /// only.
    /// </summary>
    public static ZipReadLimits ForPackages { get; } = new(65_535, 16L << 30, 1100, 1 << 20);

    /// <summary>Limits for jars, which tools merge from other jars.</summary>
    public static ZipReadLimits ForJars { get; } = ForPackages with { UncheckedNames = true };
}
