using System.IO.Compression;

namespace Slipway.Build.Tests.Resources;

/// <summary>Debian's aapt2, the outsider that reads and links resources.</summary>
internal static class Aapt2
{
    public const string Framework = "/usr/share/android-framework-res/framework-res.apk";

    /// <summary>Runs it; a failure is the test's.</summary>
    public static string Run(params string[] arguments) => ExternalTool.RunWell("aapt2", arguments);

    /// <summary>Packs files as a package that aapt2 can open.</summary>
    public static void Pack(string path, IEnumerable<(string Path, byte[] Bytes)> files)
    {
#pragma warning disable RS0030 // what the outsider reads is packed by another outsider
        using var stream = File.Create(path);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach ((var name, var bytes) in files)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(bytes);
        }
#pragma warning restore RS0030
    }
}
