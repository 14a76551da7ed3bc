#pragma warning disable RS0030 // the DEX is what is tested, not the zip around it
using System.IO.Compression;

namespace Slipway.Formats.Tests.Outsiders;

/// <summary>DEX files inside APKs.</summary>
internal static class ApkDex
{
    /// <summary>The DEX files of an APK in the order of their names.</summary>
    public static IReadOnlyList<byte[]> Of(string apk)
    {
        using var archive = ZipFile.OpenRead(apk);
        return
        [
            .. archive.Entries
                .Where(entry => entry.FullName.StartsWith("classes", StringComparison.Ordinal) && entry.FullName.EndsWith(".dex", StringComparison.Ordinal))
                .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
                .Select(Bytes),
        ];
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
