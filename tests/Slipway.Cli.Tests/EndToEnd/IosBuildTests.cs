using System.Text.Json;
using Slipway.Formats.CodeSignature.Verification;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>From the sample to packages for iOS, as a caller sees it.</summary>
public sealed class IosBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Sample => Path.Combine(Repository.Root, "samples", "field-notes");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("development", "dev", "development")]
    [InlineData("adhoc", "dist", "adhoc")]
    [InlineData("inhouse", "dist", "inhouse")]
    [InlineData("development", "dev", "wildcard")]
    public void Every_type_for_devices_passes_the_independent_checker_and_the_verifier(string type, string key, string profile)
    {
        var ipa = Build($"field-notes-1.0.0-{type}.ipa", ["--type", type, .. AppleIdentity.Today.Options(key, profile)]);
        var check = Checker(ipa);
        Assert.True(check.ExitCode == 0, check.Out + check.Error);
        using var package = File.OpenRead(ipa);
        Assert.Empty(IpaVerifier.Verify(package, DateTimeOffset.UtcNow).Findings);
    }

    [Fact]
    public void The_independent_checker_notices_a_changed_byte()
    {
        var bytes = File.ReadAllBytes(Build("field-notes-1.0.0-development.ipa", AppleIdentity.Today.Options("dev", "development")));
        bytes[bytes.Length / 2] ^= 1;
        Assert.Equal(1, Checker(_folder.Add("broken.ipa", bytes)).ExitCode);
    }

    [Fact]
    public void Without_a_key_there_is_a_zip_for_the_simulator_and_a_notice()
    {
        var run = Run([]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("notice SLW-SIG-40114", run.Error, StringComparison.Ordinal);
        var names = SlipwayRun.Of("unzip", ["-Z1", _folder["out/field-notes-1.0.0-simulator.zip"]], []).Out.Split('\n');
        Assert.Contains("FieldNotes.app/Info.plist", names);
        Assert.Contains("FieldNotes.app/www/index.html", names);
        Assert.DoesNotContain(names, n => n.Contains("_CodeSignature", StringComparison.Ordinal) || n.EndsWith(".mobileprovision", StringComparison.Ordinal));
    }

    [Fact]
    public void A_build_for_all_platforms_gives_both_packages()
    {
        var run = Run(["--platform", "all", "--json", .. AppleIdentity.Today.Options("dev", "development")]);
        Assert.True(run.ExitCode == 0, run.Error);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal("Finished", document.RootElement.GetProperty("status").GetString());
        var artifacts = document.RootElement.GetProperty("artifacts").EnumerateArray().Select(a => (a.GetProperty("platform").GetString(), a.GetProperty("format").GetString()));
        Assert.Equal([("Android", "apk"), ("iOS", "ipa")], artifacts);
        Assert.Equal(["field-notes-1.0.0-debug.apk", "field-notes-1.0.0-development.ipa"], Directory.GetFiles(_folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_wrong_for_any_platform_is_said_at_once_and_nothing_is_written()
    {
        var run = Run(["--platform", "all", "--type", "release", "--id", "a_b"]);
        Assert.Equal(["SLW-APP-40004", "SLW-SIG-40020", "SLW-SIG-40101", "SLW-SIG-40107"], Errors(run));
    }

    [Theory]
    [InlineData("dev", "development", "adhoc", "SLW-SIG-40002")]
    [InlineData("dist", "adhoc", "development", "SLW-SIG-40011,SLW-SIG-40011")]
    [InlineData("dev", "other-certificate", null, "SLW-SIG-40010")]
    [InlineData("dev", "other-team", null, "SLW-SIG-40010,SLW-SIG-40108")]
    [InlineData("dev", "expired", null, "SLW-SIG-40015")]
    [InlineData("dev", "xcode-managed", null, "SLW-SIG-40017")]
    [InlineData("expired", "development", null, "SLW-SIG-40010,SLW-SIG-40018")]
    [InlineData("dist", "appstore", "appstore", "SLW-SIG-40110")]
    [InlineData("dev-leaf-only", "development", null, "SLW-SIG-40109")]
    public void A_mismatch_is_refused_and_nothing_is_written(string key, string profile, string? type, string codes) =>
        Assert.Equal(codes.Split(','), Errors(Run([.. AppleIdentity.Today.Options(key, profile), .. type is null ? Array.Empty<string>() : ["--type", type]])));

    [Fact]
    public void Wrong_files_are_refused_and_nothing_is_written()
    {
        var text = _folder.Add("text", "nothing that signs");
        var right = AppleIdentity.Today.Options("dev", "development");
        Assert.Equal(["SLW-SIG-40003"], Errors(Run([.. right, "--certificate-password-file", text], skip: "--certificate-password-file")));
        Assert.Equal(["SLW-SIG-40004"], Errors(Run([.. right, "--certificate", text], skip: "--certificate")));
        Assert.Equal(["SLW-SIG-40006"], Errors(Run([.. right, "--profile", text], skip: "--profile")));
        Assert.Equal(["SLW-FIL-40003"], Errors(Run([.. right, "--profile", _folder.Path], skip: "--profile")));
        Assert.Equal(["SLW-SIG-40009"], Errors(Run([.. right, "--id", "dev.slipway.other"])));
        Assert.Equal(["SLW-SIG-40112"], Errors(Run([.. right, "--entitlements", text])));
        Assert.Equal(["SLW-SIG-40113"], Errors(Run([.. right, "--certificate-chain", text])));
    }

    [Fact]
    public void The_password_may_come_from_the_environment()
    {
        string[] options = ["--certificate", AppleIdentity.Today.PathOf("dev.p12"), "--profile", AppleIdentity.Today.PathOf("development.mobileprovision")];
        Assert.Equal(["SLW-SIG-40105"], Errors(Run(options)));
        Assert.Equal(0, Run(options, new() { ["SLIPWAY_CERTIFICATE_PASSWORD"] = "slipway" }).ExitCode);
    }

    [Fact]
    public void A_page_for_installation_is_written_beside_an_ad_hoc_package_when_its_address_is_given()
    {
        var run = Run([.. AppleIdentity.Today.Options("dist", "adhoc"), "--install-url", "https://apps.example.com/notes"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("https://apps.example.com/notes/field-notes-1.0.0-adhoc.ipa", File.ReadAllText(_folder["out/field-notes-1.0.0-adhoc.plist"]), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["out/field-notes-1.0.0-adhoc.html"]));
    }

    [Fact]
    public void An_address_that_is_not_https_is_refused_before_anything_is_written() =>
        Assert.Single(Errors(Run([.. AppleIdentity.Today.Options("dist", "adhoc"), "--install-url", "http://apps.example.com/"])));

    private string Build(string name, string[] options)
    {
        var run = Run(options);
        Assert.True(run.ExitCode == 0, run.Error);
        return _folder["out/" + name];
    }

    private SlipwayRun Run(string[] options, Dictionary<string, string>? environment = null, string? skip = null)
    {
        var arguments = options.ToList();
        if (skip is not null)
            arguments.RemoveRange(arguments.IndexOf(skip), 2);
        if (!arguments.Contains("--platform"))
            arguments.AddRange(["--platform", "ios"]);
        return SlipwayRun.Of(["build", Sample, "--out", _folder["out"], .. arguments], environment ?? []);
    }

    private string[] Errors(SlipwayRun run)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.False(Directory.Exists(_folder["out"]));
        return [.. run.Error.Split('\n').Where(l => l.StartsWith("error ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1]).Order(StringComparer.Ordinal)];
    }

    private static SlipwayRun Checker(string ipa) => SlipwayRun.Of(
        "/usr/bin/python3", [Path.Combine(Repository.Root, "tests", "outsiders", "ipa_check.py"), ipa, "--root", AppleIdentity.Today.PathOf("root.pem")], []);
}
