using System.Text;
using Slipway.Formats.ApkSigning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.ApkSigning;

/// <summary>A small package with every kind of entry, whose manifest Android's tools can read.</summary>
internal static class TestApk
{
    private const string Manifest = """
        <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="dev.slipway.test" android:versionCode="1" android:versionName="1.0">
          <uses-sdk android:minSdkVersion="MIN" android:targetSdkVersion="29"/>
          <application android:label="Test" android:hasCode="false"/>
        </manifest>
        """;

    private static readonly Dictionary<int, byte[]> Manifests = [];

    public static IReadOnlyList<ZipItem> Items(int minSdk = 24)
    {
        var random = new Random(7);
        var noise = new byte[70_000];
        random.NextBytes(noise);
        return
        [
            ZipItem.FromBytes("AndroidManifest.xml", CompiledManifest(minSdk)),
            ZipItem.FromBytes("assets/www/index.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>A page</p>\n", 3000)))),
            ZipItem.FromBytes("assets/www/empty.txt", []),
            ZipItem.FromBytes("assets/www/noise.bin", noise),
            ZipItem.FromBytes("assets/www/photo.jpg", noise[..1001]),
            ZipItem.FromBytes("assets/www/a name with äöü and 日本語.txt", "text"u8.ToArray()),
            ZipItem.FromBytes($"assets/www/{new string('l', 120)}.txt", "long name"u8.ToArray()),
            ZipItem.FromBytes("lib/arm64-v8a/libnative.so", noise[..33_333]),
            ZipItem.FromBytes("resources.arsc", noise[..5003]),
        ];
    }

    public static string Write(TemporaryFolder folder, ApkSigningOptions options, string name = "test.apk")
    {
        var path = folder[name];
        File.Delete(path);
        ApkPackager.Write(path, Items(options.MinSdk), options, NoDeflateCache.Instance, TestContext.Current.CancellationToken);
        return path;
    }

    /// <summary>A binary manifest by aapt2, from Debian's framework resources.</summary>
    private static byte[] CompiledManifest(int minSdk)
    {
        lock (Manifests)
        {
            if (Manifests.TryGetValue(minSdk, out var known))
                return known;
            using var folder = new TemporaryFolder();
            var source = folder.Add("AndroidManifest.xml", Encoding.UTF8.GetBytes(Manifest.Replace("MIN", $"{minSdk}", StringComparison.Ordinal)));
            ExternalTool.RunWell("aapt2", "link", "-o", folder["out.apk"], "-I", "/usr/share/android-framework-res/framework-res.apk", "--manifest", source);
            ExternalTool.RunWell("unzip", "-q", folder["out.apk"], "AndroidManifest.xml", "-d", folder["out"]);
            return Manifests[minSdk] = File.ReadAllBytes(Path.Combine(folder["out"], "AndroidManifest.xml"));
        }
    }
}
