using System.Text.RegularExpressions;

namespace Slipway.Cli.Tests.Native;

/// <summary>The native program and the one on the .NET runtime do the same. <c>HelpTests</c> compares their help and their answers to wrong arguments.</summary>
public sealed partial class BothProgramsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("build SAMPLE --out OUT --json")]
    [InlineData("build SAMPLE --out OUT --type release")]
    [InlineData("build SAMPLE --out OUT --platform ios --type simulator --json")]
    [InlineData("build nowhere --out OUT")]
    [InlineData("inspect PACKAGE")]
    [InlineData("inspect PACKAGE --json")]
    [InlineData("inspect SAMPLE/config.xml")]
    [InlineData("sign PACKAGE --out OUT/signed.apk --json")]
    [InlineData("dex PACKAGE --out OUT/x.dex")]
    [InlineData("credentials create OUT/x.p12 --password-file nowhere")]
    [InlineData("builds list --service http://127.0.0.1:9 --token-file SAMPLE/config.xml")]
    [InlineData("login http://127.0.0.1:9 --token-file SAMPLE/config.xml --json")]
    [InlineData("doctor --service https://127.0.0.1:9 --check C01 --json")]
    [InlineData("firewall --format nftables --ranges RANGES --region GLOBAL")]
    [InlineData("firewall --format squid --by domain --domain builder.example.com --json")]
    [InlineData("firewall diff RANGES RANGES --json")]
    [InlineData("toolchain list --json")]
    [InlineData("completion zsh")]
    [InlineData("[suggest:16] slipway_build_--")]
    [InlineData("[suggest:16] slipway_serve_--")]
    [InlineData("gateway --allow builder.example.com --check --json")]
    [InlineData("backup --data nowhere --out OUT/backup --json")]
    [InlineData("serve --data /proc/nowhere --urls http://127.0.0.1:0")]
    public void They_say_and_write_the_same(string line)
    {
        var package = SlipwayRun.Of("build", Repository.Sample, "--out", _folder["package"]);
        Assert.True(package.ExitCode == 0, package.Error);
        var (native, nativeFiles) = Run(NativeProgram.Path, [], line);
        var (runtime, runtimeFiles) = Run("dotnet", ["exec", SlipwayRun.Assembly], line);
        Assert.Equal(runtime, native);
        Assert.Equal(runtimeFiles, nativeFiles);
    }

    public void Dispose() => _folder.Dispose();

    private (SlipwayRun Run, string Files) Run(string program, string[] before, string line)
    {
        var folder = _folder["out"];
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        string[] arguments = [.. line.Split(' ').Select(word => word.Replace("SAMPLE", Repository.Sample, StringComparison.Ordinal)
            .Replace("OUT", folder, StringComparison.Ordinal)
            .Replace("PACKAGE", Directory.GetFiles(_folder["package"]).Single(), StringComparison.Ordinal)
            .Replace("RANGES", Ranges, StringComparison.Ordinal)
            .Replace('_', ' '))];
        // Packages hold the time of the build if nothing else is said.
        var run = SlipwayRun.Of(program, [.. before, .. arguments], new() { ["SOURCE_DATE_EPOCH"] = "1800000000", ["XDG_CONFIG_HOME"] = _folder["config"] });
        var files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}");
        return (run with { Out = Timeless(run.Out), Error = Timeless(run.Error) }, string.Join('\n', files));
    }

    private static string Ranges => Repository.PathOf("tests/corpus/ip-ranges/2026-08-22.json");

    // Durations and times differ from run to run.
    private static string Timeless(string text) => Times().Replace(text, "TIME");

    [GeneratedRegex("""\d+(\.\d+)? ?ms\b|(?<=(?:read|plan|key|shell|resources|package|sign) )\d+|"(?:read|plan|key|shell|resources|package|total|milliseconds)": ?\d+(\.\d+)?(?=[,\s}])|\d{4}-\d\d-\d\d[T ][\d:.]+""")]
    private static partial Regex Times();
}
