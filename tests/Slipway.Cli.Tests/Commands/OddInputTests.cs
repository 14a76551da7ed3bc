using System.Text.Json;

namespace Slipway.Cli.Tests.Commands;

/// <summary>Whatever somebody gives on the command line, it is answered as their input, never as a fault of Slipway.</summary>
public sealed class OddInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OddInputTests()
    {
        _folder.Add("bin", [0xFF, 0x00, 0x12, 0x80]);
        _folder.Add("pw", "pw123456");
        Directory.CreateDirectory(_folder["d"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2, "", "inspect", "")]
    [InlineData(2, "", "sign", "")]
    [InlineData(2, "", "credentials", "create", "k.p12", "--generate-password", "")]
    [InlineData(2, "", "build", "d", "--out", " ")]
    [InlineData(2, "", "serve", "--urls", "http://256.1.1.1:1", "--no-worker")]
    [InlineData(2, "", "serve", "--urls", "http://builds.example.com:8484", "--no-worker")]
    [InlineData(1, "SLW-FIL-40003", "inspect", "/dev/zero", "--json")]
    [InlineData(1, "SLW-FIL-40003", "dex", "/dev/zero", "--json")]
    [InlineData(1, "SLW-FWL-40001", "firewall", "--format", "plain", "--ranges", "/dev/zero", "--json")]
    [InlineData(1, "SLW-GEN-40010", "credentials", "create", "k.p12", "--generate-password", "nowhere/x", "--json")]
    [InlineData(1, "SLW-KEY-40001", "credentials", "create", "k.p12", "--generate-password", "d", "--json")]
    [InlineData(1, "SLW-GEN-40010", "credentials", "create", "bin/k.p12", "--password-file", "pw", "--algorithm", "ec-p256", "--json")]
    [InlineData(1, "SLW-GEN-40010", "credentials", "create", "/proc/k.p12", "--password-file", "pw", "--algorithm", "ec-p256", "--json")]
    public void It_is_the_input_that_is_wrong(int exitCode, string code, params string[] arguments)
    {
        var run = SlipwayRun.Of(arguments, [], _folder.Path);
        Assert.True(exitCode == run.ExitCode, run.Out + run.Error);
        if (code.Length > 0)
            Assert.Equal(code, JsonDocument.Parse(run.Out).RootElement.GetProperty("problems")[0].GetProperty("code").GetString());
        else
            Assert.StartsWith("usage ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "doctor --proxy ftp://proxy 2>/dev/full")]
    [InlineData(2, "doctor --proxy ftp://proxy 2>&-")]
    [InlineData(1, "builds list --server builder.example.com 2>/dev/full")]
    [InlineData(0, "--help | head -1")]
    public void Output_that_goes_nowhere_changes_no_exit_code(int exitCode, string command) =>
        Assert.Equal(exitCode, SlipwayRun.Of("bash", ["-c", $"dotnet exec '{SlipwayRun.Assembly}' {command}"], [], _folder.Path).ExitCode);
}
