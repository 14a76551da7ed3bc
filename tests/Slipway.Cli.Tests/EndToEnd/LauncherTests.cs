namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>The script that people start: it builds the program where it has to, wherever it is called from.</summary>
public sealed class LauncherTests(LauncherCheckout checkout) : IClassFixture<LauncherCheckout>
{
    private static readonly string[] Nothing = ["inspect", "nothing.apk"];

    [Fact]
    public async Task Two_first_launches_at_once_through_a_link_both_work()
    {
        var runs = await Task.WhenAll(Task.Run(() => Launch(Nothing)), Task.Run(() => Launch(Nothing)));
        Assert.All(runs, RanTheProgram);
    }

    [Fact]
    public void From_the_folder_of_the_checkout_it_works() => RanTheProgram(SlipwayRun.Of("./slipway", Nothing, Cached, checkout.Folder));

    [Fact]
    public void Paths_are_those_of_the_callers_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Add("my app/index.html", "<title>Mine</title>");
        var run = SlipwayRun.Of(checkout.Link, ["build", "my app", "--id", "com.example.mine", "--out", "my packages"], Cached, folder.Path);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Single(Directory.GetFiles(folder["my packages"], "*.apk"));
    }

    [Fact]
    public void The_version_is_that_of_the_build_file_and_of_the_program()
    {
        var version = SlipwayRun.Of(checkout.Link, ["--version"], Cached).Out;
        Assert.Contains($"<VersionPrefix>{version.Trim()}</VersionPrefix>", File.ReadAllText(Path.Combine(checkout.Folder, "Directory.Build.props")), StringComparison.Ordinal);
        Assert.Equal(SlipwayRun.Of("--version").Out, version);
    }

    [Fact]
    public void Nothing_is_written_beside_the_sources()
    {
        RanTheProgram(Launch(Nothing));
        Assert.DoesNotContain(Directory.EnumerateDirectories(checkout.Folder, "*", SearchOption.AllDirectories), d => Path.GetFileName(d) is "bin" or "obj" or "artifacts");
    }

    [Fact]
    public void Without_a_home_the_one_of_the_user_database_is_taken()
    {
        RanTheProgram(Launch(Nothing));
        RanTheProgram(SlipwayRun.Of(checkout.Link, Nothing, checkout.HomelessAs($"echo 'user:x:1:1:A User:{checkout.Home}:/bin/sh'")));
    }

    [Fact]
    public void Without_any_home_it_refuses_to_guess_one()
    {
        var run = SlipwayRun.Of(checkout.Link, Nothing, checkout.HomelessAs("exit 2"));
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("slipway: there is no home folder", run.Error, StringComparison.Ordinal);
    }

    // A build of the program may ask NuGet, whose certificates are valid on the real day, whatever ./test --date says.
    private Dictionary<string, string> Cached => new() { ["SLIPWAY_CACHE"] = checkout.Cache, ["LD_PRELOAD"] = "", ["SLIPWAY_NATIVE"] = "never" };

    private static void RanTheProgram(SlipwayRun run)
    {
        Assert.Contains("nothing.apk", run.Error, StringComparison.Ordinal);
        Assert.True(run.ExitCode == 1, run.Error);
    }

    private SlipwayRun Launch(string[] arguments) => SlipwayRun.Of(checkout.Link, arguments, Cached);
}
