using System.Text;

namespace Slipway.Build.Read;

/// <summary>The format of a file that was given as a zip archive and is not one, by its first bytes.</summary>
/// <param name="What">What the file is, in one sentence without a full stop.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record NonZipFile(string What, string Remedy)
{
    private const int Looked = 512;
    private const int TarMark = 257;

    private static readonly (byte[] Begin, string Name)[] Archives =
    [
        ([0x1f, 0x8b], "gzip (.tar.gz, .tgz)"),
        ([(byte)'7', (byte)'z', 0xbc, 0xaf, 0x27, 0x1c], "7-Zip (.7z)"),
        ([.. "Rar!"u8, 0x1a, 0x07], "RAR (.rar)"),
        ([0xfd, .. "7zXZ"u8, 0x00], "xz (.tar.xz)"),
        ([.. "BZh"u8], "bzip2 (.tar.bz2)"),
        ([0x28, 0xb5, 0x2f, 0xfd], "Zstandard (.tar.zst)"),
        ([.. "MSCF"u8], "a cabinet of Windows (.cab)"),
        ([.. "xar!"u8], "xar (.xip, .pkg)"),
    ];

    /// <summary>Looks at a file; returns null when its format is unknown.</summary>
    public static NonZipFile? Look(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var head = new byte[Looked];
            return Of(head.AsSpan(0, file.ReadAtLeast(head, Looked, throwOnEndOfStream: false)), Path.GetExtension(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static NonZipFile? Of(ReadOnlySpan<byte> head, string extension)
    {
        if (head.IsEmpty)
            return new("The file is empty", "Make the archive again.");
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x07\x08"u8))
            return new("The file begins as a zip archive and has no end", "It was cut off in transfer, or is one part of a split archive: compare its size with that of the original, or join the parts (zip -s 0).");
        foreach (var (begin, name) in Archives)
        {
            if (head.StartsWith(begin))
                return Archive(name);
        }

        if (head.Length > TarMark && head[TarMark..].StartsWith("ustar"u8))
            return Archive("tar (.tar)");
        if (LfsPointer.Is(head))
            return new("The file is a Git LFS pointer, not the file that it points to", "Fetch the file itself: git lfs pull.");
        return IsPage(head, extension)
            ? new("The file is a page, not a zip archive", "Give the folder of the page. If it was downloaded, open it: it may say why there was no archive.")
            : null;
    }

    private static bool IsPage(ReadOnlySpan<byte> head, string extension)
    {
        if (extension.Equals(".html", StringComparison.OrdinalIgnoreCase) || extension.Equals(".htm", StringComparison.OrdinalIgnoreCase))
            return true;
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static NonZipFile Archive(string name) =>
        new($"The file is not a zip archive but {name}", "Unpack it and give the folder, or pack the folder as a zip.");
}

/// <summary>Detects the pointer that a repository holds instead of a large file (Git LFS, docs/spec.md, "The Pointer").</summary>
internal static class LfsPointer
{
    /// <summary>Returns whether the content is such a pointer.</summary>
    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith("version https://git-lfs"u8);
}
