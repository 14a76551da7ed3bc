using System.Text;
using Slipway.Build.Shell;
using Slipway.Build.Shell.Signatures;

namespace Slipway.Build.Tests.Shell;

/// <summary>Signature texts that tests start from.</summary>
internal static class ApiTexts
{
    private static readonly Lock Gate = new();

    /// <summary>Our own list, as it is embedded.</summary>
    public static ApiSurface Ours()
    {
        var api = new ApiSurface();
        foreach (var source in ShellSources.Api)
            api.Add(Encoding.UTF8.GetString(source.Content), source.Name);

        return api;
    }

    /// <summary>The whole API at level 29, downloaded once per machine.</summary>
    public static string Debian()
    {
        var installer = new AndroidApiInstaller(CacheFolder);
        lock (Gate)
            installer.Install();

        return File.ReadAllText(installer.SignatureFile);
    }

    private static string CacheFolder =>
        Environment.GetEnvironmentVariable("SLIPWAY_TEST_CACHE") is { Length: > 0 } own ? own
        : Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "slipway-tests");
}
