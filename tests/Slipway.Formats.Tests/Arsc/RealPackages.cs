using System.IO.Compression;

namespace Slipway.Formats.Tests.Arsc;

/// <summary>Resources of real packages, and what aapt2 says of them.</summary>
internal static class RealPackages
{
    public const string Framework = "/usr/share/android-framework-res/framework-res.apk";

    public static IEnumerable<string> Paths => NpmPackages.Apks().Prepend(Framework);

    /// <summary>Entries whose names pass.</summary>
    public static List<(string Name, byte[] Bytes)> Entries(string apk, Func<string, bool> wanted)
    {
#pragma warning disable RS0030 // the outsider's archives are opened by another outsider
        using var stream = File.OpenRead(apk);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        var found = new List<(string, byte[])>();
        foreach (var entry in zip.Entries.Where(entry => wanted(entry.FullName)))
        {
            using var memory = new MemoryStream();
            using var content = entry.Open();
            content.CopyTo(memory);
            found.Add((entry.FullName, memory.ToArray()));
        }
#pragma warning restore RS0030

        return found;
    }

    public static byte[] Table(string apk) => Entries(apk, name => name == "resources.arsc").Single().Bytes;

    public static string Aapt2(params string[] arguments) => ExternalTool.Read("aapt2", arguments);
}
