#pragma warning disable RS0030 // makes archives; what reads them is ours
using System.IO.Compression;

namespace Slipway.Formats.Tests.Fuzz;

/// <summary>Small archives, and what small packages hold.</summary>
internal static class ZipSeeds
{
    private static readonly Lazy<string> SmallestApk = new(() => NpmPackages.Apks().MinBy(apk => new FileInfo(apk).Length)!);

    public static IReadOnlyList<byte[]> Archives => [Archive(CompressionLevel.NoCompression), Archive(CompressionLevel.Optimal)];

    public static byte[] Entry(string name)
    {
        using var archive = ZipFile.OpenRead(SmallestApk.Value);
        using var content = new MemoryStream();
        using var stream = archive.GetEntry(name)!.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Archive(CompressionLevel level)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "index.html", "a/b.js", "a/c.css" })
            {
                using var stream = archive.CreateEntry(name, level).Open();
                stream.Write(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(name, 30))));
            }
        }

        return memory.ToArray();
    }
}
