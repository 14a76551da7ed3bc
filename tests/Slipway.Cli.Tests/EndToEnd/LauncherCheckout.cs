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
        File.CreateSymbolicLink(Link, "../native - a new checkout/slipway");
        Directory.CreateDirectory(_folder["home/.cache"]);
        File.CreateSymbolicLink(_folder["home/.cache/slipway"], Cache);
    }

    // The cache names folders after the checkout, and has others whose names begin with "native-".
    public string Folder => _folder["native - a new checkout"];

    /// <summary>A relative link to the launcher, in a folder for programs.</summary>
    public string Link => _folder["bin/slipway"];

    public string Cache => _folder["cache"];

    /// <summary>A home folder whose cache is <see cref="Cache"/>.</summary>
    public string Home => _folder["home"];

    /// <summary>Variables under which the launcher asks the user database for the home folder, which says this.</summary>
    public Dictionary<string, string> HomelessAs(string entry)
    {
        return new() { ["PATH"] = PathWith("database", "getent", entry), ["HOME"] = "", ["XDG_CACHE_HOME"] = "", ["SLIPWAY_CACHE"] = "", ["SLIPWAY_NATIVE"] = "never" };
    }

    /// <summary>The search path with another program in front.</summary>
    /// <param name="folder">Name of the folder of the program.</param>
    /// <param name="name">Name of the program.</param>
    /// <param name="script">Its lines.</param>
    public string PathWith(string folder, string name, string script)
    {
        var program = _folder.Add($"{folder}/{name}", $"#!/bin/bash\n{script}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return $"{Path.GetDirectoryName(program)}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    public void Dispose() => _folder.Dispose();
}
