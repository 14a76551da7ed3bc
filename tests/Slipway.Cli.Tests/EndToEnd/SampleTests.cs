using System.Text.Json;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>What outsiders say about the sample's package, and whether they notice when it is broken.</summary>
public sealed class SampleTests(SampleApk sample) : IClassFixture<SampleApk>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Apksigner_verifies_it_with_v2_and_v3()
    {
        var run = Outsider("apksigner", "verify", "--min-sdk-version", "24", "-v", sample.ApkPath);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("v2 scheme (APK Signature Scheme v2): true", run.Out, StringComparison.Ordinal);
        Assert.Contains("v3 scheme (APK Signature Scheme v3): true", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Zipalign_finds_it_aligned() => Assert.Equal(0, Outsider("zipalign", "-c", "-p", "4", sample.ApkPath).ExitCode);

    [Fact]
    public void Aapt2_reads_its_manifest()
    {
        var run = Outsider("aapt2", "dump", "badging", sample.ApkPath);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("package: name='dev.slipway.fieldnotes' versionCode='10000' versionName='1.0.0'", run.Out, StringComparison.Ordinal);
        Assert.Contains("launchable-activity: name='dev.slipway.shell.MainActivity'", run.Out, StringComparison.Ordinal);
        Assert.Contains("application-label:'Field Notes'", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Dexdump_disassembles_its_code()
    {
        Assert.NotEmpty(sample.DexFiles);
        Assert.All(sample.DexFiles, dex =>
        {
            var run = Outsider("dexdump", "-d", dex);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("Ldev/slipway/shell/MainActivity;", run.Out, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(0.10)]
    [InlineData(0.50)]
    [InlineData(0.90)]
    [InlineData(0.999)]
    public void A_flipped_byte_is_noticed_by_apksigner_and_by_inspect(double place)
    {
        var bytes = File.ReadAllBytes(sample.ApkPath);
        bytes[(int)(bytes.Length * place)] ^= 0x40;
        var broken = _folder.Add("broken.apk", bytes);
        Assert.NotEqual(0, Outsider("apksigner", "verify", "--min-sdk-version", "24", broken).ExitCode);
        Assert.Equal(1, SlipwayRun.Of("inspect", broken).ExitCode);
    }

    [Fact]
    public void A_flipped_byte_in_the_code_is_noticed_by_dexdump()
    {
        var bytes = File.ReadAllBytes(sample.DexFiles[0]);
        bytes[bytes.Length / 2] ^= 0x40;
        Assert.NotEqual(0, Outsider("dexdump", "-d", _folder.Add("broken.dex", bytes)).ExitCode);
    }

    [Fact]
    public void Inspect_finds_it_valid_and_names_its_signer_as_apksigner_does()
    {
        var run = SlipwayRun.Of("inspect", sample.ApkPath, "--json");
        Assert.Equal(0, run.ExitCode);
        using var document = JsonDocument.Parse(run.Out);
        var root = document.RootElement;
        Assert.True(root.GetProperty("valid").GetBoolean());
        Assert.Equal("dev.slipway.fieldnotes", root.GetProperty("package").GetString());
        Assert.Equal(["v2", "v3"], root.GetProperty("schemes").EnumerateArray().Select(s => s.GetString()));
        var signer = root.GetProperty("signers")[0].GetProperty("sha256").GetString()!;
        Assert.Contains(signer, Outsider("apksigner", "verify", "--print-certs", "--min-sdk-version", "24", sample.ApkPath).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Signed_again_it_verifies_with_the_new_key()
    {
        Assert.Equal(0, SlipwayRun.Of("credentials", "create", _folder["k.p12"], "--generate-password", _folder["p"], "--algorithm", "ec-p256").ExitCode);
        var signed = _folder["signed.apk"];
        var run = SlipwayRun.Of("sign", sample.ApkPath, "--out", signed, "--keystore", _folder["k.p12"], "--keystore-password-file", _folder["p"]);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("CN=Slipway Release", Outsider("apksigner", "verify", "--print-certs", "--min-sdk-version", "24", signed).Out, StringComparison.Ordinal);
        Assert.Equal(0, Outsider("zipalign", "-c", "-p", "4", signed).ExitCode);
        Assert.Equal(0, SlipwayRun.Of("inspect", signed).ExitCode);
    }

    [Fact]
    public void A_key_of_a_release_on_a_package_for_debugging_is_warned_of_once()
    {
        Assert.Equal(0, SlipwayRun.Of("credentials", "create", _folder["k.p12"], "--generate-password", _folder["p"], "--algorithm", "ec-p256").ExitCode);
        string[] keys = ["--keystore", _folder["k.p12"], "--keystore-password-file", _folder["p"]];
        var app = Path.Combine(Repository.Root, "samples", "field-notes");
        Assert.Equal(1, Warnings(SlipwayRun.Of(["build", app, "--platform", "android", "--out", _folder["out"], .. keys]).Error));
        Assert.Equal(1, Warnings(SlipwayRun.Of(["build", app, "--platform", "android", "--out", _folder["out"], "--json", .. keys]).Out));
        Assert.Equal(0, Warnings(SlipwayRun.Of(["build", app, "--platform", "android", "--out", _folder["out"], "--type", "release", .. keys]).Error));
        Assert.Equal(1, Warnings(SlipwayRun.Of(["sign", sample.ApkPath, "--out", _folder["signed.apk"], .. keys]).Error));

        static int Warnings(string text) => text.Split("SLW-SIG-40128").Length - 1;
    }

    [Fact]
    public void The_output_is_short_and_without_colour_when_nobody_looks()
    {
        var lines = sample.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Equal("Field Notes 1.0.0 (10000)  dev.slipway.fieldnotes", lines[0]);
        Assert.Matches(@"^  .*/field-notes-1\.0\.0-debug\.apk  [0-9.]+ [kM]B$", lines[1]);
        Assert.Matches("^  sha256 [0-9a-f]{64}$", lines[2]);
        Assert.Matches("^  [0-9]+ ms: ", lines[3]);
    }

    private static SlipwayRun Outsider(string program, params string[] arguments) => SlipwayRun.Of(program, arguments, []);
}
