namespace Slipway.Cli.Tests.EndToEnd;

public sealed class IosSignTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_package_is_signed_for_another_profile_and_holds_for_an_outsider_and_inspect()
    {
        var run = Sign(AppleIdentity.Today.Options("dist", "adhoc"));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(0, SlipwayRun.Of(["inspect", _folder["signed.ipa"]], []).ExitCode);
        Assert.Equal(0, SlipwayRun.Of(
            "/usr/bin/python3",
            [Path.Combine(Repository.Root, "tests", "outsiders", "ipa_check.py"), _folder["signed.ipa"], "--root", AppleIdentity.Today.PathOf("root.pem")],
            []).ExitCode);
    }

    [Fact]
    public void The_id_can_be_changed_to_one_that_the_profile_allows()
    {
        var run = Sign([.. AppleIdentity.Today.Options("dev", "wildcard"), "--id", "dev.slipway.other"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("dev.slipway.other", SlipwayRun.Of(["inspect", _folder["signed.ipa"]], []).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_nothing_is_written()
    {
        Refused("SLW-SIG-40009", [.. AppleIdentity.Today.Options("dist", "adhoc"), "--id", "dev.slipway.other"]);
        Refused("SLW-SIG-40020", [.. AppleIdentity.Today.Options("dev", "wildcard"), "--id", "dev.slipway.a_b"]);
        Refused("SLW-SIG-40002", AppleIdentity.Today.Options("dist", "development"));
        Refused("SLW-SIG-40107", []);
    }

    private void Refused(string code, string[] options)
    {
        var run = Sign(options);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["signed.ipa"]));
    }

    private SlipwayRun Sign(string[] options)
    {
        var build = SlipwayRun.Of(
            ["build", Path.Combine(Repository.Root, "samples", "field-notes"), "--platform", "ios", "--out", _folder["out"], .. AppleIdentity.Today.Options("dev", "development")], []);
        Assert.True(build.ExitCode == 0, build.Error);
        return SlipwayRun.Of(["sign", Directory.GetFiles(_folder["out"], "*.ipa").Single(), "--out", _folder["signed.ipa"], .. options], []);
    }
}
