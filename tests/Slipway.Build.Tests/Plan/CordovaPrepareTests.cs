using System.Text.RegularExpressions;
using Slipway.Build.Plan;
using Slipway.Build.Resources;
using Slipway.Build.Resources.Compile;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Tests.Resources;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Plan;

/// <summary>
/// What Cordova's own prepare makes of a config.xml is what we make of it. The shapes are those of forty config.xml of public
/// repositories, written anew.
/// </summary>
public sealed partial class CordovaPrepareTests
{
    private const string Android = "xmlns:android='http://schemas.android.com/apk/res/android'";

    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["plain"] = "<widget id='com.example.plain' version='1.2.3' xmlns='http://www.w3.org/ns/widgets' xmlns:cdv='http://cordova.apache.org/ns/1.0'><name>Plain</name><content src='index.html'/><access origin='*'/><allow-intent href='https://*/*'/><allow-navigation href='*'/></widget>",
        ["no namespace"] = "<widget id='com.example.none' version='0.0.1'><name>None</name></widget>",
        ["declaration after space"] = "\n <?xml version='1.1' encoding='ISO-8859-1'?>\n<widget id='com.example.decl' version='1.0'><name>Übung</name></widget>",
        ["undeclared prefixes"] = "<widget id='com.example.gap' version='1.0.0'><name>Gap</name><gap:plugin name='a'/><gap:splash src='b.png'/><gap:platform name='android'/></widget>",
        ["name in lines"] = "<widget id='com.example.lines' version='1.0.0'><name>\n    In Lines\n  </name></widget>",
        ["name with entities"] = "<widget id='com.example.entities' version='1.0.0'><name>Tom &amp; Jerry &lt;3</name></widget>",
        ["capitals"] = "<widget id='com.Example.MyApp' version='2.0.0'><name>Caps</name></widget>",
        ["two segments and underscores"] = "<widget id='a_b.c_1' version='1.0.0'><name>Short</name></widget>",
        ["own id"] = "<widget id='com.example.general' android-packageName='com.example.special' ios-CFBundleIdentifier='com.example.ios' version='1.0.0'><name>Own</name></widget>",
        ["own code"] = "<widget id='com.example.code' version='3.2.1' android-versionCode='4711'><name>Code</name></widget>",
        ["zero"] = "<widget id='com.example.zero' version='0.0.0'><name>Zero</name></widget>",
        ["four numbers"] = "<widget id='com.example.four' version='2.0.0.7'><name>Four</name></widget>",
        ["suffix"] = "<widget id='com.example.suffix' version='1.2.3-beta.4'><name>Suffix</name></widget>",
        ["letter"] = "<widget id='com.example.letter' version='v1.2.3'><name>Letter</name></widget>",
        ["carry"] = "<widget id='com.example.carry' version='10.20.300'><name>Carry</name></widget>",
        ["landscape"] = "<widget id='com.example.land' version='1.0.0'><name>Land</name><preference name='Orientation' value='landscape'/></widget>",
        ["orientation of the platform"] = "<widget id='com.example.turn' version='1.0.0'><name>Turn</name><preference name='orientation' value='portrait'/><platform name='android'><preference name='Orientation' value='userLandscape'/></platform><platform name='ios'><preference name='Orientation' value='all'/></platform></widget>",
        ["default orientation"] = "<widget id='com.example.def' version='1.0.0'><name>Default</name><preference name='orientation' value='default'/></widget>",
        ["levels"] = "<widget id='com.example.levels' version='1.0.0'><name>Levels</name><platform name='android'><preference name='android-minSdkVersion' value='28'/></platform></widget>",
        ["old levels"] = "<widget id='com.example.old' version='1.0.0'><name>Old</name><preference name='android-minSdkVersion' value='16'/></widget>",
        ["name of the platform"] = "<widget id='com.example.named' version='1.0.0'><name>General</name><platform name='android'><name>Special</name></platform></widget>",
        ["edit-config"] = $"<widget id='com.example.edit' version='1.0.0' {Android}><name>Edit</name><platform name='android'><edit-config file='app/src/main/AndroidManifest.xml' mode='merge' target='/manifest/application'><application android:usesCleartextTraffic='true' android:largeHeap='true'/></edit-config></platform></widget>",
        ["config-file"] = $"<widget id='com.example.file' version='1.0.0' {Android}><name>File</name><platform name='android'><config-file parent='/manifest' target='AndroidManifest.xml'><uses-permission android:name='android.permission.CAMERA'/></config-file><config-file parent='/manifest/application' target='AndroidManifest.xml'><meta-data android:name='collection' android:value='true'/></config-file></platform></widget>",
        ["config-file for all"] = $"<widget id='com.example.all' version='1.0.0' {Android}><name>All</name><config-file parent='/*' target='AndroidManifest.xml'><uses-permission android:name='android.permission.NFC'/></config-file><config-file parent='NSCameraUsageDescription' target='*-Info.plist'><string>why</string></config-file></widget>",
    };

    private static readonly Dictionary<string, string> Refused = new()
    {
        ["hyphen"] = "<widget id='com.my-company.app' version='1.0.0'><name>Hyphen</name></widget>",
        ["one segment"] = "<widget id='app' version='1.0.0'><name>One</name></widget>",
        ["digit"] = "<widget id='com.247app.x' version='1.0.0'><name>Digit</name></widget>",
        ["no name"] = "<widget id='com.example.nameless' version='1.0.0'><name></name></widget>",
        ["broken"] = "<widget id='com.example.broken' version='1.0.0'><name>Broken</name>",
    };

    private static readonly Lazy<IReadOnlyList<ResourceFile>> Icons = new(() => AppIcons.Render(IconPlan.BuiltIn).Files);

    private static readonly Lazy<Dictionary<string, CordovaFacts?>> Prepared = new(() =>
    {
        var all = Shapes.Concat(Refused).ToList();
        return all.Zip(CordovaCli.Prepare(all.ConvertAll(shape => shape.Value))).ToDictionary(pair => pair.First.Key, pair => pair.Second);
    });

    public static TheoryData<string> Accepted => [.. Shapes.Keys];

    public static TheoryData<string> NotAccepted => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_Cordova_prepares_is_what_is_built(string shape) =>
        Assert.Equal(AsOurs(Assert.IsType<CordovaFacts>(Prepared.Value[shape])), Ours(Shapes[shape]));

    [Theory]
    [MemberData(nameof(NotAccepted))]
    public void What_Cordova_refuses_is_refused(string shape)
    {
        Assert.Null(Prepared.Value[shape]);
        using var app = TemporaryApp.Cordova(Refused[shape]);
        Assert.Contains(Expect.Problems(app), p => p.Severity == Severity.Error);
    }

    [Fact]
    public void Another_configuration_has_other_facts()
    {
        var facts = AsOurs(Prepared.Value["plain"]!);
        foreach (var (from, to) in new[] { ("1.2.3", "1.2.4"), ("com.example.plain", "com.example.other"), (">Plain<", ">Plane<"), ("<access", "<preference name='Orientation' value='portrait'/><access") })
            Assert.NotEqual(facts, Ours(Shapes["plain"].Replace(from, to, StringComparison.Ordinal)));
        Assert.NotEqual(AsOurs(Prepared.Value["edit-config"]!), Ours(Shapes["edit-config"].Replace("largeHeap='true'", "largeHeap='false'", StringComparison.Ordinal)));
        Assert.NotEqual(AsOurs(Prepared.Value["config-file"]!), Ours(Shapes["config-file"].Replace("CAMERA", "NFC", StringComparison.Ordinal)));
    }

    // Where we differ on purpose; QUIRKS.md says why.
    private static CordovaFacts AsOurs(CordovaFacts facts) => facts with
    {
        Name = string.Join(' ', facts.Name.Replace("\\'", "'", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        VersionCode = Math.Max(facts.VersionCode, 1),
        MinSdk = Math.Max(facts.MinSdk, 24),
        UsesCleartextTraffic = facts.UsesCleartextTraffic ?? "false",
        Orientation = facts.Orientation switch { "landscape" => "sensorLandscape", "portrait" => "sensorPortrait", var other => other },
    };

    private static CordovaFacts Ours(string widget)
    {
        using var app = TemporaryApp.Cordova(widget);
        using var folder = new TemporaryFolder();
        var plan = Expect.Plan(app);
        var input = new AndroidResourceInput { Package = plan.Id, VersionCode = plan.VersionCode, VersionName = plan.VersionName, Label = plan.Name, ManifestChanges = plan.ManifestChanges, ScreenOrientation = plan.ScreenOrientation };
        var files = AndroidResources.Compile(input, Icons.Value, []).Files;
        var path = folder["a.apk"];
        Aapt2.Pack(path, files.Where(file => file.Path is "AndroidManifest.xml" or "resources.arsc").Select(file => (file.Path, file.Bytes.ToArray())));
        var tree = Aapt2.Run("dump", "xmltree", "--file", "AndroidManifest.xml", path);
        var permissions = Permission.Matches(tree).Select(match => match.Groups["name"].Value);
        return new CordovaFacts(
            plan.Id, plan.Name, plan.VersionName, plan.VersionCode, plan.MinSdk, plan.ScreenOrientation, plan.Start,
            string.Join(' ', permissions.Order(StringComparer.Ordinal)), Flag(tree, "largeHeap"), Flag(tree, "usesCleartextTraffic"), MetaData.Match(tree) is { Success: true } data ? data.Groups["name"].Value : null);
    }

    private static string? Flag(string tree, string name) => Regex.Match(tree, $@":{name}\(0x[0-9a-f]+\)=(\w+)") is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("""E: uses-permission[^\n]*\n\s*A: [^\n]*:name\(0x[0-9a-f]+\)="(?<name>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Permission { get; }

    [GeneratedRegex("""E: meta-data[^\n]*\n\s*A: [^\n]*:name\(0x[0-9a-f]+\)="(?<name>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex MetaData { get; }
}
