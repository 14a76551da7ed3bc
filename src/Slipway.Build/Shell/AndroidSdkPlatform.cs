namespace Slipway.Build.Shell;

/// <summary>Finds the platform API of an Android SDK, if this machine has one.</summary>
internal static class AndroidSdkPlatform
{
    private const string Prefix = "android-";

    /// <summary>Returns the newest <c>android.jar</c> of at least the given level; null when there is none.</summary>
    /// <param name="sdk">Folder of the SDK, from ANDROID_HOME.</param>
    /// <param name="lowestLevel">Lowest API level that suffices.</param>
    public static string? FindJar(string? sdk, int lowestLevel)
    {
        var platforms = string.IsNullOrEmpty(sdk) ? "" : Path.Combine(sdk, "platforms");
        if (!Directory.Exists(platforms))
            return null;

        return Directory.EnumerateDirectories(platforms, Prefix + "*")
            .Select(folder => (Level: Level(Path.GetFileName(folder)), Jar: Path.Combine(folder, "android.jar")))
            .Where(platform => platform.Level.Major >= lowestLevel && File.Exists(platform.Jar))
            .OrderByDescending(platform => platform.Level).ThenBy(platform => platform.Jar, StringComparer.Ordinal)
            .Select(platform => platform.Jar).FirstOrDefault();
    }

    /// <summary><c>android-36</c> and <c>android-36.1</c> have versions; previews have names and count as 0.</summary>
    private static Version Level(string folder)
    {
        var text = folder[Prefix.Length..];
        return Version.TryParse(text.Contains('.', StringComparison.Ordinal) ? text : text + ".0", out var version) ? version : new Version();
    }
}
