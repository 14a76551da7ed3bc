using System.Text.Json;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>Damage to a package is noticed in the right check: by <c>slipway inspect</c> and by a checker that shares nothing with it.</summary>
public sealed class IosInspectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Damages => DamagedIpa.Names;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_package_is_valid_for_both()
    {
        var path = _folder.Add("sound.ipa", DamagedIpa.Sound);
        var run = SlipwayRun.Of("inspect", path);
        Assert.True(run.ExitCode == 0, run.Out);
        Assert.Contains("dev.slipway.fieldnotes", run.Out, StringComparison.Ordinal);
        Assert.Contains("Field Notes Development", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("valid\n", run.Out, StringComparison.Ordinal);
        Assert.Empty(Inspected(path));
        Assert.Empty(Checked(path));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Damage_fails_in_the_right_check_of_both(string damage)
    {
        var (check, package) = DamagedIpa.Make(damage);
        var path = _folder.Add("damaged.ipa", package);
        Assert.Equal(1, SlipwayRun.Of("inspect", path).ExitCode);
        Assert.Contains(check, Inspected(path));
        Assert.Contains(check, Checked(path));
    }

    [Fact]
    public void A_package_for_the_simulator_is_looked_at_for_its_structure()
    {
        var run = SlipwayRun.Of("build", Path.Combine(Repository.Root, "samples", "field-notes"), "--platform", "ios", "--type", "simulator", "--out", _folder.Path);
        Assert.True(run.ExitCode == 0, run.Error);
        var inspection = SlipwayRun.Of("inspect", _folder["field-notes-1.0.0-simulator.zip"]);
        Assert.Equal(0, inspection.ExitCode);
        Assert.Contains("only the structure was looked at", inspection.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_is_a_package_for_Android_as_well_is_judged_as_such()
    {
        using var folder = new TemporaryFolder();
        folder.Add("AndroidManifest.xml", "none");
        folder.Add("Notes.app/Info.plist", "none");
        Assert.Equal(0, SlipwayRun.Of("zip", ["-q", "-r", "-D", "both.zip", "."], [], folder.Path).ExitCode);
        var run = SlipwayRun.Of("inspect", folder["both.zip"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error manifest", run.Out, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Inspected(string path)
    {
        using var document = JsonDocument.Parse(SlipwayRun.Of("inspect", path, "--json").Out);
        return [.. document.RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("area").GetString())];
    }

    private static IEnumerable<string?> Checked(string path)
    {
        var checker = Path.Combine(Repository.Root, "tests", "outsiders", "ipa_check.py");
        var run = SlipwayRun.Of("/usr/bin/python3", [checker, path, "--root", AppleIdentity.Today.PathOf("root.pem"), "--json"], []);
        using var document = JsonDocument.Parse(run.Out);
        return [.. document.RootElement.GetProperty("failed").EnumerateArray().Select(f => f.GetString())];
    }
}
