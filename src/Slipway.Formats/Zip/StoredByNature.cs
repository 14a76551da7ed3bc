using System.Collections.Frozen;

namespace Slipway.Formats.Zip;

/// <summary>
/// Which files an APK holds uncompressed: what is compressed already (aapt2 leaves the same kinds alone), native libraries,
/// which the loader maps, and the resource table, which Android 11 and later refuse in any other form.
/// </summary>
public static class StoredByNature
{
    /// <summary>The loader of devices with pages of 16 KiB maps libraries straight from the package.</summary>
    public const int PageAlignment = 16384;

    private const int WordAlignment = 4;

    private static readonly FrozenSet<string> Extensions = new[]
    {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".jxl",
        ".mp3", ".aac", ".ogg", ".oga", ".opus", ".m4a", ".flac", ".weba", ".amr", ".mid",
        ".mp4", ".m4v", ".webm", ".ogv", ".mov", ".3gp", ".mkv", ".mpg", ".mpeg", ".wmv",
        ".woff", ".woff2", ".zip", ".gz", ".br", ".zst", ".xz", ".7z", ".jar", ".apk", ".so",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the file of this name is stored.</summary>
    public static bool Is(string name) => name == "resources.arsc" || Extensions.Contains(Path.GetExtension(name));

    /// <summary>What the data of the file is aligned to when it is stored.</summary>
    public static int Alignment(string name) =>
        name.EndsWith(".so", StringComparison.Ordinal) ? PageAlignment : WordAlignment;
}
