using System.Security.Cryptography;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>The same input gives the same bytes, wherever and however it is built.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_zone_locale_mask_cores_and_caches_leave_no_trace()
    {
        var sample = Path.Combine(Repository.Root, "samples", "field-notes");
        var first = Build(sample, "first", []);
        // cp without -p gives every file a new time; tar and sort would give another order.
        Assert.Equal(0, SlipwayRun.Of("bash", ["-c", $"umask 077; mkdir -p '{_folder["other place"]}'; cp -r '{sample}' '{_folder["other place"]}'"], []).ExitCode);
        var second = Build(Path.Combine(_folder["other place"], "field-notes"), "second", new()
        {
            ["TZ"] = "Asia/Kathmandu",
            ["LC_ALL"] = "tr_TR.UTF-8",
            ["DOTNET_PROCESSOR_COUNT"] = "1",
            ["SLIPWAY_CACHE"] = _folder["empty cache"],
        });
        Assert.Equal(first, second);
    }

    [Fact]
    public void A_zip_of_an_app_gives_the_same_package_as_its_folder()
    {
        var sample = Path.Combine(Repository.Root, "samples", "field-notes");
        Assert.Equal(0, SlipwayRun.Of("zip", ["-q", "-r", _folder["app.zip"], "."], [], sample).ExitCode);
        Assert.Equal(Build(sample, "folder", []), Build(_folder["app.zip"], "zip", []));
    }

    [Fact]
    public void A_changed_file_changes_the_package()
    {
        var sample = Path.Combine(Repository.Root, "samples", "field-notes");
        Assert.Equal(0, SlipwayRun.Of("cp", ["-r", sample, _folder["changed"]], []).ExitCode);
        File.AppendAllText(_folder["changed/www/index.html"], "\n");
        Assert.NotEqual(Build(sample, "a", []), Build(_folder["changed"], "b", []));
    }

    [Fact]
    public void The_current_folder_twice_gives_the_same_packages_though_the_first_are_in_it()
    {
        Directory.CreateDirectory(_folder["app"]);
        File.WriteAllText(_folder["app/index.html"], "<title>App</title>");
        Assert.Equal(InPlace(), InPlace());
    }

    private string[] InPlace()
    {
        var run = SlipwayRun.Of(["build", "--platform", "all"], [], _folder["app"]);
        Assert.True(run.ExitCode == 0, run.Error);
        return [.. Directory.GetFiles(_folder["app/dist"]).Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileName(path)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}")];
    }

    private string Build(string app, string output, Dictionary<string, string> environment)
    {
        var run = SlipwayRun.Of(["build", app, "--out", _folder[output]], environment);
        Assert.True(run.ExitCode == 0, run.Error);
        return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Directory.GetFiles(_folder[output]).Single())));
    }
}
