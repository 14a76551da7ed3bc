using System.Collections.Frozen;

namespace Slipway.Formats.Zip;

/// <summary>
/// Determines which files an APK stores uncompressed: files that are compressed already (the same kinds as in aapt2), native
/// libraries, which the loader maps, and the resource table, which Android 11 and later refuse if it is compressed.
/// </summary>
public static class UncompressedFileTypes
{
    /// <summary>Alignment of native libraries, because devices with 16 KiB pages map them directly from the package.</summary>
    public const int PageAlignment = 16384;

    private const int WordAlignment = 4;

    private static readonly FrozenSet<string> Extensions = new[]
    {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".jxl",
        ".mp3", ".aac", ".ogg", ".oga", ".opus", ".m4a", ".flac", ".weba", ".amr", ".mid",
        ".mp4", ".m4v", ".webm", ".ogv", ".mov", ".3gp", ".mkv", ".mpg", ".mpeg", ".wmv",
        ".woff", ".woff2", ".zip", ".gz", ".br", ".zst", ".xz", ".7z", ".jar", ".apk", ".so",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns true when a file with this name is stored.</summary>
    public static bool Is(string name) => name == "resources.arsc" || Extensions.Contains(Path.GetExtension(name));

    /// <summary>Returns the alignment of the file's data when it is stored.</summary>
    public static int Alignment(string name) =>
        name.EndsWith(".so", StringComparison.Ordinal) ? PageAlignment : WordAlignment;
}
