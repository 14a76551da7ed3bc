namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>A copy of the checkout in a folder with spaces, and a cache of its own: what somebody has who just cloned it.</summary>
public sealed class LauncherCheckout : IDisposable
{
    private static readonly string[] Needed =
        ["slipway", "src", "shells", "docs", "global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", ".editorconfig"];

    private readonly TemporaryFolder _folder = new();

    public LauncherCheckout()
    {
        Directory.CreateDirectory(Folder);
        Assert.Equal(0, SlipwayRun.Of("cp", ["-r", .. Needed, Folder], [], Repository.Root).ExitCode);
        Directory.CreateDirectory(_folder["bin"]);
        File.CreateSymbolicLink(Link, "../a new checkout/slipway");
        Directory.CreateDirectory(_folder["home/.cache"]);
        File.CreateSymbolicLink(_folder["home/.cache/slipway"], Cache);
    }

    public string Folder => _folder["a new checkout"];

    /// <summary>A relative link to the launcher, in a folder for programs.</summary>
    public string Link => _folder["bin/slipway"];

    public string Cache => _folder["cache"];

    /// <summary>A home folder whose cache is <see cref="Cache"/>.</summary>
    public string Home => _folder["home"];

    /// <summary>Variables under which the launcher asks the user database for the home folder, which says this.</summary>
    public Dictionary<string, string> HomelessAs(string entry)
    {
        var getent = _folder.Add("database/getent", $"#!/bin/sh\n{entry}\n");
        File.SetUnixFileMode(getent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var path = $"{Path.GetDirectoryName(getent)}:{Environment.GetEnvironmentVariable("PATH")}";
        return new() { ["PATH"] = path, ["HOME"] = "", ["XDG_CACHE_HOME"] = "", ["SLIPWAY_CACHE"] = "" };
    }

    public void Dispose() => _folder.Dispose();
}
