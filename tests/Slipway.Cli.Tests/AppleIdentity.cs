namespace Slipway.Cli.Tests;

/// <summary>What <c>tests/apple/make-identity</c> makes, once per process.</summary>
internal static class AppleIdentity
{
    private static readonly Lazy<TemporaryFolder> Made = new(() =>
    {
        var folder = new TemporaryFolder();
        folder.Add("password.txt", "slipway\n");
        var run = SlipwayRun.Of("bash", [Path.Combine(Repository.Root, "tests", "apple", "make-identity"), folder.Path], []);
        Assert.True(run.ExitCode == 0, run.Error);
        return folder;
    });

    /// <summary>Path of a file by its name, such as <c>dev.p12</c>.</summary>
    public static string PathOf(string name) => Made.Value[name];

    /// <summary>Options that name key and profile.</summary>
    public static string[] Options(string key, string profile) =>
    [
        "--certificate", PathOf(key + ".p12"), "--certificate-password-file", PathOf("password.txt"), "--profile", PathOf(profile + ".mobileprovision"),
    ];
}
