using System.Diagnostics;

namespace Slipway.Server.Tests.Outsiders;

/// <summary>Programs of npm with all that they need, installed once per machine.</summary>
internal static class NpmInstall
{
    private static readonly Lock Gate = new();

    /// <summary>Installs packages, or finds them installed.</summary>
    /// <param name="packages">Each with its version, such as <c>s3rver@3.7.1</c>.</param>
    /// <returns>The folder with <c>node_modules</c>.</returns>
    public static string Of(params string[] packages)
    {
        var cache = Environment.GetEnvironmentVariable("SLIPWAY_TEST_CACHE") is { Length: > 0 } own ? own
            : Path.Combine(
                Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
                "slipway-tests");
        var folder = Path.Combine(cache, "npm", string.Join('+', packages) + "-installed");
        lock (Gate)
        {
            if (Directory.Exists(folder))
                return folder;
            var temporary = $"{folder}.{Guid.NewGuid():N}";
            Directory.CreateDirectory(temporary);
            // The registry's certificates are valid on the real day, whatever ./test --date says.
            using (var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", temporary, .. packages]) { UseShellExecute = false, Environment = { ["LD_PRELOAD"] = null } })!)
            {
                npm.WaitForExit();
                Assert.True(npm.ExitCode == 0, $"npm install {string.Join(' ', packages)} failed");
            }

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
}
