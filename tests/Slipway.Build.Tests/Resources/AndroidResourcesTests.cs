using Slipway.Build.Plan;
using Slipway.Build.Resources;

namespace Slipway.Build.Tests.Resources;

public class AndroidResourcesTests
{
    private static readonly AndroidResourceInput Notes = new()
    {
        Package = "org.example.notes",
        VersionCode = 10203,
        VersionName = "1.2.3",
        Label = "Field \"Notes\" & 'more' <b> \\ @ 🌱",
        Debuggable = true,
        Permissions = ["android.permission.CAMERA"],
        Orientation = Orientation.Portrait,
        LocalisedLabels = new Dictionary<string, string> { ["de"] = "Feldnotizen", ["b+sr+Latn"] = "Beleške" },
    };

    [Fact]
    public void Aapt2_reads_identity_label_icon_and_activity()
    {
        var badging = Badging(Notes);

        Assert.Contains("package: name='org.example.notes' versionCode='10203' versionName='1.2.3'", badging, StringComparison.Ordinal);
        Assert.Contains("sdkVersion:'24'", badging, StringComparison.Ordinal);
        Assert.Contains("targetSdkVersion:'36'", badging, StringComparison.Ordinal);
        Assert.Contains("""application-label:'Field \"Notes\" & 'more' <b> \\ @ 🌱'""", badging, StringComparison.Ordinal);
        Assert.Contains("application-label-de:'Feldnotizen'", badging, StringComparison.Ordinal);
        Assert.Contains("application-label-sr-Latn:'Beleške'", badging, StringComparison.Ordinal);
        Assert.Contains("uses-permission: name='android.permission.CAMERA'", badging, StringComparison.Ordinal);
        Assert.Contains("uses-permission: name='android.permission.INTERNET'", badging, StringComparison.Ordinal);
        Assert.Contains("launchable-activity: name='dev.slipway.shell.MainActivity'", badging, StringComparison.Ordinal);
        Assert.Contains("application-debuggable", badging, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_is_not_debuggable() =>
        Assert.DoesNotContain("application-debuggable", Badging(Notes with { Debuggable = false }), StringComparison.Ordinal);

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var first = AndroidResources.Compile(Notes);
        var second = AndroidResources.Compile(Notes);

        Assert.Equal(first.Files.Select(f => f.Path), second.Files.Select(f => f.Path));
        Assert.All(first.Files.Zip(second.Files), pair => Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span), pair.First.Path));
    }

    [Fact]
    public void A_damaged_table_is_rejected_by_aapt2()
    {
        using var folder = new TemporaryFolder();
        var files = Files(Notes);
        files.Single(f => f.Path == "resources.arsc").Bytes[4] ^= 0x7F;
        Aapt2.Pack(folder["a.apk"], files);

        Assert.NotEqual(0, ExternalTool.Run("aapt2", "dump", "resources", folder["a.apk"]).ExitCode);
    }

    private static string Badging(AndroidResourceInput input)
    {
        using var folder = new TemporaryFolder();
        Aapt2.Pack(folder["a.apk"], Files(input));
        return Aapt2.Run("dump", "badging", folder["a.apk"]);
    }

    private static List<(string Path, byte[] Bytes)> Files(AndroidResourceInput input) =>
        [.. AndroidResources.Compile(input).Files.Select(file => (file.Path, file.Bytes.ToArray()))];
}
