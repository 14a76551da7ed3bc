namespace Slipway.Cli.Tests.Commands;

public sealed class HelpTests
{
    /// <summary>Set SLIPWAY_UPDATE=1 to write the transcripts anew.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("build")]
    [InlineData("inspect")]
    [InlineData("sign")]
    [InlineData("dex")]
    [InlineData("credentials")]
    [InlineData("credentials create")]
    [InlineData("credentials add")]
    [InlineData("credentials list")]
    [InlineData("credentials remove")]
    [InlineData("login")]
    [InlineData("logout")]
    [InlineData("builds")]
    [InlineData("builds list")]
    [InlineData("builds show")]
    [InlineData("builds logs")]
    [InlineData("builds cancel")]
    [InlineData("builds retry")]
    [InlineData("builds download")]
    [InlineData("builds links")]
    [InlineData("builds withdraw")]
    [InlineData("admin")]
    [InlineData("admin token")]
    [InlineData("firewall")]
    [InlineData("firewall diff")]
    [InlineData("firewall check")]
    [InlineData("firewall watch")]
    [InlineData("firewall feed")]
    [InlineData("gateway")]
    [InlineData("gateway relay")]
    [InlineData("gateway enrol")]
    [InlineData("gateway learn")]
    [InlineData("doctor")]
    [InlineData("completion")]
    [InlineData("serve")]
    [InlineData("worker")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("toolchain")]
    [InlineData("toolchain list")]
    [InlineData("toolchain install")]
    public void Help_says_what_it_said_before(string verb)
    {
        var run = SlipwayRun.OfBoth([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains("Examples:\n  slipway ", run.Out, StringComparison.Ordinal);
        var path = verb.Length == 0
            ? Path.Combine(Repository.Root, "docs", "help.txt")
            : Path.Combine(Repository.Root, "tests", "Slipway.Cli.Tests", "Transcripts", verb.Replace(' ', '-') + ".txt");
        if (Environment.GetEnvironmentVariable("SLIPWAY_UPDATE") == "1")
            File.WriteAllText(path, run.Out);
        Assert.Equal(File.ReadAllText(path), run.Out);
    }

    [Fact]
    public void The_version_is_that_of_the_build_file()
    {
        var run = SlipwayRun.OfBoth("--version");
        Assert.Contains($"<VersionPrefix>{run.Out.Trim()}</VersionPrefix>", File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_option_takes_is_said_in_one_line() => Assert.StartsWith(
        "usage Argument 'web' not recognized. Must be one of: 'android' 'ios' 'all'\n", SlipwayRun.Of("build", "app", "--platform", "web").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("build", "app", "--platform", "web")]
    [InlineData("build", "app", "--type", "adhoc")]
    [InlineData("build", "app", "--platform", "all", "--type", "simulator")]
    [InlineData("build", "app", "--platform", "ios", "--format", "apk")]
    [InlineData("build", "app", "--format", "ipa")]
    [InlineData("build", "app", "--certificate", "c", "--profile", "p")]
    [InlineData("build", "app", "--install-url", "https://example.com/")]
    [InlineData("build", "app", "--platform", "ios", "--keystore", "k")]
    [InlineData("build", "app", "--platform", "ios", "--profile", "p")]
    [InlineData("build", "app", "--platform", "ios", "--certificate", "c")]
    [InlineData("build", "app", "--nonsense")]
    [InlineData("build", "app", "--key-alias", "a")]
    [InlineData("build", "app", "--application", "a")]
    [InlineData("build", "app", "--server", "http://127.0.0.1", "--credential", "password=x")]
    [InlineData("build", "app", "--server", "http://127.0.0.1", "--credential", "keystore")]
    [InlineData("builds", "show", "x")]
    [InlineData("builds", "list", "--limit", "0")]
    [InlineData("credentials", "add", "x.p12")]
    [InlineData("completion", "tcsh")]
    [InlineData("firewall", "--format", "paper")]
    [InlineData("firewall", "--by", "domain")]
    [InlineData("firewall", "--domain", "builder.example.com")]
    [InlineData("firewall", "--port", "0")]
    [InlineData("firewall", "--fit", "0")]
    [InlineData("firewall", "--resolver", "dns.example.com")]
    [InlineData("firewall", "--fit", "60", "--max-extra", "-1")]
    [InlineData("firewall", "--fit", "60", "--max-extra", "NaN")]
    [InlineData("firewall", "--fit", "60", "--max-extra", "Infinity")]
    [InlineData("firewall", "--address", "system", "--format", "hosts", "--by", "domain", "--domain", "builder.example.com")]
    [InlineData("firewall", "--proxy", "gateway\"; x:1", "--format", "pac", "--by", "domain", "--domain", "builder.example.com")]
    [InlineData("firewall", "--part", "0")]
    [InlineData("firewall", "--region", "GLOBAL; reboot")]
    [InlineData("firewall", "diff", "old.json")]
    [InlineData("firewall", "check")]
    [InlineData("firewall", "watch")]
    [InlineData("firewall", "watch", "--out", "f", "--by", "domain", "--domain", "builder.example.com")]
    [InlineData("firewall", "watch", "--out", "f", "--apply")]
    [InlineData("firewall", "watch", "--out", "f", "--interval", "0")]
    [InlineData("doctor", "--proxy", "http://user:secret@proxy:8080")]
    [InlineData("doctor", "--proxy", "ftp://proxy")]
    [InlineData("doctor", "--resolver", "dns.example.com")]
    [InlineData("doctor", "--service-key", "sha256:x")]
    [InlineData("doctor", "--server-key", "sha256/x")]
    [InlineData("doctor", "--check", "C99")]
    [InlineData("doctor", "--bundle", "/nowhere/doctor.zip")]
    [InlineData("doctor", "--timeout", "0")]
    [InlineData("doctor", "--quick", "--thorough")]
    [InlineData("frobnicate")]
    [InlineData("dex", "x.jar", "--min-sdk", "zero")]
    [InlineData("dex", "x.jar", "--min-sdk", "0")]
    [InlineData("serve", "--urls", "ftp://127.0.0.1")]
    [InlineData("serve", "--urls", "somewhere")]
    [InlineData("serve", "--slots", "0")]
    [InlineData("serve", "--audit-days", "0")]
    [InlineData("admin", "token", "--days", "0")]
    [InlineData("serve", "--no-worker", "--slots", "2")]
    [InlineData("worker")]
    [InlineData("worker", "--server", "somewhere", "--token-file", "t")]
    [InlineData("worker", "--server", "https://builds.example.com", "--token-file", "t", "--slots", "1000")]
    public void Arguments_without_sense_are_answered_in_a_line_and_exit_code_2(params string[] arguments)
    {
        var run = SlipwayRun.OfBoth(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Out);
        Assert.StartsWith("usage ", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_arguments_there_is_help_and_exit_code_2()
    {
        var run = SlipwayRun.Of();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("slipway build", run.Out, StringComparison.Ordinal);
    }
}
