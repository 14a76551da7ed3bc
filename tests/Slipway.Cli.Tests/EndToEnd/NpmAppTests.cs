namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>What outsiders say about packages of real web apps.</summary>
public sealed class NpmAppTests(NpmApps apps) : IClassFixture<NpmApps>
{
    public static TheoryData<string> Names => [.. NpmApps.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_web_file_is_in_the_package_byte_for_byte(string app)
    {
        var packed = Contents(Path.Combine(apps.Unpacked(app), "assets", "www"));
        var source = Contents(apps.Source(app));
        Assert.NotEmpty(source);
        Assert.Equal(source.Keys, packed.Keys);
        Assert.All(source, file => Assert.True(File.ReadAllBytes(file.Value).AsSpan().SequenceEqual(File.ReadAllBytes(packed[file.Key])), file.Key));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Apksigner_verifies_v2_and_v3(string app)
    {
        var output = Accepted("apksigner", "verify", "--min-sdk-version", "24", "-v", apps.Package(app));
        Assert.Contains("v2 scheme (APK Signature Scheme v2): true", output, StringComparison.Ordinal);
        Assert.Contains("v3 scheme (APK Signature Scheme v3): true", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Zipalign_finds_it_aligned(string app) => Accepted("zipalign", "-c", "-p", "4", apps.Package(app));

    [Theory]
    [MemberData(nameof(Names))]
    public void Aapt2_reads_manifest_and_resources(string app)
    {
        var package = apps.Package(app);
        var badging = Accepted("aapt2", "dump", "badging", package);
        Assert.Contains("package: name='com.example.app' versionCode='10000' versionName='1.0.0'", badging, StringComparison.Ordinal);
        Assert.Contains($"application-label:'{app}'", badging, StringComparison.Ordinal);
        Assert.Contains("ic_launcher", Accepted("aapt2", "dump", "resources", package), StringComparison.Ordinal);
        Assert.Contains("E: application", Accepted("aapt2", "dump", "xmltree", "--file", "AndroidManifest.xml", package), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dexdump_disassembles_all_of_its_code(string app)
    {
        var dexFiles = Directory.GetFiles(apps.Unpacked(app), "*.dex");
        Assert.NotEmpty(dexFiles);
        Assert.All(dexFiles, dex => Accepted("dexdump", "-d", dex));
    }

    private static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path)),
        StringComparer.Ordinal);

    private static string Accepted(string program, params string[] arguments)
    {
        var run = SlipwayRun.Of(program, arguments, []);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return run.Out;
    }
}
