using System.Diagnostics;

namespace Slipway.Testing;

/// <summary>Programs of npm with all that they need, installed once per machine.</summary>
public static class NpmInstall
{
    private static readonly Lock Gate = new();

    // A download by a slow network.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Where packages are kept: <c>$SLIPWAY_TEST_CACHE</c> or the XDG cache folder.</summary>
    public static string CacheFolder =>
        Environment.GetEnvironmentVariable("SLIPWAY_TEST_CACHE") is { Length: > 0 } own ? own
        : Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "slipway-tests");

    /// <summary>Installs packages, or finds them installed.</summary>
    /// <param name="packages">Each with its version, such as <c>s3rver@3.7.1</c>.</param>
    /// <returns>The folder with <c>node_modules</c>.</returns>
    public static string Of(params string[] packages)
    {
        var folder = Path.Combine(CacheFolder, "npm", string.Join('+', packages) + "-installed");
        lock (Gate)
        {
            if (Directory.Exists(folder))
                return folder;
            var temporary = $"{folder}.{Guid.NewGuid():N}";
            Directory.CreateDirectory(temporary);
            Npm(["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", temporary, .. packages]);
            try
            {
                Directory.Move(temporary, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another test process was faster; its copy is the same.
                Directory.Delete(temporary, recursive: true);
            }

            return folder;
        }
    }

    /// <summary>Runs npm, which has to succeed.</summary>
    public static void Npm(params string[] arguments) =>
        // The registry's certificates are valid on the real day, whatever ./test --date says.
        ExternalTool.Run(new ProcessStartInfo("npm", arguments) { Environment = { ["LD_PRELOAD"] = null } }, limit: Limit).Well();
}
