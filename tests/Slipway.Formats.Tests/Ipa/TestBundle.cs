using System.Security.Cryptography;
using System.Text;
using Slipway.Formats.Ipa;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Ipa;

/// <summary>A small bundle. Its "signature" is the hash of the seal behind the executable: enough to see what was signed.</summary>
internal static class TestBundle
{
    public static byte[] Executable { get; } = [.. Enumerable.Range(0, 40_000).Select(i => (byte)(i / 100))];

    public static IpaSeal Seal { get; } = new("profile"u8.ToArray(), resources => (byte[])[.. Executable, .. SHA256.HashData(resources.Span)]);

    public static IpaContent Content(params IReadOnlyList<ZipItem> more)
    {
        var noise = new byte[70_000];
        new Random(7).NextBytes(noise);
        return new IpaContent
        {
            BundleName = "Field-Notes.app",
            ExecutableName = "Field-Notes",
            Executable = Executable,
            InfoPlist = "bplist00"u8.ToArray(),
            Files =
            [
                ZipItem.FromBytes("PkgInfo", "APPL????"u8.ToArray()),
                ZipItem.FromBytes("www/index.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>A page</p>\n", 3000)))),
                ZipItem.FromBytes("www/empty.txt", []),
                ZipItem.FromBytes("www/noise.bin", noise),
                ZipItem.FromBytes("www/photo.jpg", noise[..1001]),
                ZipItem.FromBytes("www/a name with äöü and 日本語 & <.txt", "text"u8.ToArray()),
                ZipItem.FromBytes("de.lproj/InfoPlist.strings", "strings"u8.ToArray()),
                .. more,
            ],
        };
    }
}
