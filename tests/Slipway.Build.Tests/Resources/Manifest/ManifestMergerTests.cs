using System.Text;
using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Build.Resources;
using Slipway.Build.Resources.Compile;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Rules;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Resources.Manifest;

/// <summary>What config.xml makes of the manifest, as aapt2 reads it.</summary>
public sealed class ManifestMergerTests
{
    private const string Tools = "xmlns:android='http://schemas.android.com/apk/res/android' xmlns:tools='http://schemas.android.com/tools'";

    private static readonly Lazy<IReadOnlyList<ResourceFile>> Icons = new(() => AppIcons.Render(IconPlan.BuiltIn).Files);

    private readonly List<Problem> _notices = [];

    [Fact]
    public void A_permission_that_is_removed_is_not_asked_for_whoever_asks()
    {
        var permissions = Permissions("""
            <uses-permission android:name="android.permission.READ_PHONE_STATE" tools:node="remove"/>
            <uses-permission android:name="android.permission.READ_PHONE_STATE"/>
            <uses-permission android:name="android.permission.CAMERA"/>
            """);
        Assert.Contains("android.permission.CAMERA", permissions, StringComparison.Ordinal);
        Assert.Contains("android.permission.INTERNET", permissions, StringComparison.Ordinal);
        Assert.DoesNotContain("READ_PHONE_STATE", permissions, StringComparison.Ordinal);
        Assert.Empty(_notices);
    }

    [Theory]
    [InlineData("<uses-permission android:name='android.permission.INTERNET' tools:node='remove'/>", false)]
    [InlineData("<uses-permission tools:node='removeAll'/>", false)]
    [InlineData("<uses-permission android:name='android.permission.INTERNET' tools:node='remove' tools:selector='com.example.lib'/>", true)]
    [InlineData("<uses-permission tools:node='removeAll' tools:selector='com.example.lib'/>", true)]
    [InlineData("<uses-permission android:name='android.permission.INTERNET' tools:node='merge'/>", true)]
    [InlineData("<uses-permission android:name='android.permission.INTERNET' tools:node='strict'/>", true)]
    public void Markers_reach_what_the_shell_asks_for_unless_they_are_for_a_library(string element, bool isAsked) =>
        Assert.Equal(isAsked, Permissions(element + "<uses-permission android:name='android.permission.NFC'/>").Contains("android.permission.INTERNET", StringComparison.Ordinal));

    [Theory]
    [InlineData("<uses-permission android:name='a.b' android:maxSdkVersion='28'/>", "28")]
    [InlineData("<uses-permission android:name='a.b' android:maxSdkVersion='28'/><uses-permission android:name='a.b' android:maxSdkVersion='32'/>", "32")]
    [InlineData("<uses-permission android:name='a.b' android:maxSdkVersion='32'/><uses-permission android:name='a.b' android:maxSdkVersion='28'/>", "32")]
    [InlineData("<uses-permission android:name='a.b' android:maxSdkVersion='28'/><uses-permission android:name='a.b'/>", null)]
    [InlineData("<uses-permission android:name='a.b'/><uses-permission android:name='a.b' android:maxSdkVersion='28'/>", null)]
    [InlineData("<uses-permission android:name='a.b' android:maxSdkVersion='soon'/>", null)]
    public void A_permission_is_asked_for_up_to_the_highest_level_of_those_who_ask(string elements, string? level)
    {
        var lines = Permissions(elements).Split('\n').Where(line => line.Contains("'a.b'", StringComparison.Ordinal)).ToList();
        Assert.Equal(level is null ? "uses-permission: name='a.b'" : $"uses-permission: name='a.b' maxSdkVersion='{level}'", Assert.Single(lines).Trim());
        Assert.Equal(elements.Contains("soon", StringComparison.Ordinal) ? 1 : 0, _notices.Count);
    }

    [Fact]
    public void A_strict_element_that_the_shell_has_otherwise_fails_the_build()
    {
        var e = Assert.Throws<ProblemException>(() => Permissions("<uses-permission android:name='android.permission.INTERNET' android:maxSdkVersion='20' tools:node='strict'/>"));
        Assert.Equal((ConfigurationProblems.ManifestConflict, "config.xml:1"), (Assert.Single(e.Problems).Kind, e.Problems[0].Where));
    }

    [Fact]
    public void Attributes_of_the_application_and_the_activity_are_changed_as_aapt2_links_them()
    {
        using var folder = new TemporaryFolder();
        var ours = Tree(folder, Package(Config($"""
            <edit-config file="AndroidManifest.xml" target="/manifest/application" mode="merge" {Tools}><application android:largeHeap="true" android:usesCleartextTraffic="true" android:allowBackup="false"/></edit-config>
            <edit-config file="AndroidManifest.xml" target="/manifest/application/activity[@android:name='MainActivity']" mode="merge" {Tools}>
              <activity android:configChanges="orientation|keyboardHidden|keyboard|screenSize|locale|fontScale" android:windowSoftInputMode="adjustPan|stateHidden" android:launchMode="singleInstance"/>
            </edit-config>
            """)));
        var theirs = Linked(folder, """
            <application android:largeHeap="true" android:usesCleartextTraffic="true" android:allowBackup="false">
              <activity android:name="a.B" android:configChanges="orientation|keyboardHidden|keyboard|screenSize|locale|fontScale" android:windowSoftInputMode="adjustPan|stateHidden" android:launchMode="singleInstance"/>
            </application>
            """);
        foreach (var name in new[] { "largeHeap", "usesCleartextTraffic", "allowBackup", "configChanges", "windowSoftInputMode", "launchMode" })
            Assert.Equal(Line(theirs, name), Line(ours, name));
        Assert.Empty(_notices);
    }

    [Fact]
    public void Another_flag_is_another_line_for_aapt2()
    {
        using var folder = new TemporaryFolder();
        Assert.NotEqual(
            Line(Linked(folder, "<application><activity android:name='a.B' android:configChanges='orientation'/></application>"), "configChanges"),
            Line(Linked(folder, "<application><activity android:name='a.B' android:configChanges='orientation|screenSize'/></application>"), "configChanges"));
    }

    [Theory]
    [InlineData("AndroidLaunchMode", "singleTask", "launchMode")]
    [InlineData("android-windowSoftInputMode", "stateVisible|adjustPan", "windowSoftInputMode")]
    [InlineData("android-installLocation", "preferExternal", "installLocation")]
    [InlineData("Orientation", "userLandscape", "screenOrientation")]
    public void A_preference_is_the_attribute_that_aapt2_links(string preference, string value, string attribute)
    {
        using var folder = new TemporaryFolder();
        var ours = Tree(folder, Package(Config($"<preference name='{preference}' value='{value}'/>")));
        var isManifest = attribute == "installLocation";
        var theirs = Linked(folder, isManifest ? "<application/>" : $"<application><activity android:name='a.B' android:{attribute}='{value}'/></application>", isManifest ? $"android:{attribute}='{value}'" : "");
        Assert.Equal(Line(theirs, attribute), Line(ours, attribute));
        Assert.Empty(_notices);
    }

    [Fact]
    public void Parts_without_code_are_added_and_placeholders_filled()
    {
        using var folder = new TemporaryFolder();
        var tree = Tree(folder, Package(Config($"""
            <config-file target="AndroidManifest.xml" parent="/manifest" {Tools}><queries><package android:name="com.example.maps"/></queries><permission android:name="$[applicationId].permission.C2D" android:protectionLevel="signature"/></config-file>
            <config-file target="AndroidManifest.xml" parent="./application" {Tools}><meta-data android:name="key" android:value="abc"/></config-file>
            <config-file target="AndroidManifest.xml" parent="/manifest/application/activity" {Tools}><intent-filter><action android:name="android.intent.action.VIEW"/><data android:scheme="notes"/></intent-filter></config-file>
            """.Replace("$[applicationId]", "${applicationId}", StringComparison.Ordinal))));
        Assert.Contains("com.example.maps", tree, StringComparison.Ordinal);
        Assert.Contains("org.example.notes.permission.C2D", tree, StringComparison.Ordinal);
        Assert.Contains("android.intent.action.VIEW", tree, StringComparison.Ordinal);
        Assert.Contains("\"abc\"", tree, StringComparison.Ordinal);
        Assert.Empty(_notices);
    }

    [Theory]
    [InlineData("<config-file target='AndroidManifest.xml' parent='/manifest/application'><receiver android:name='a.B'/></config-file>", "<receiver>")]
    [InlineData("<config-file target='AndroidManifest.xml' parent='/manifest/service'><meta-data android:name='a' android:value='b'/></config-file>", "/manifest/service")]
    [InlineData("<config-file target='AndroidManifest.xml' parent='//['><meta-data android:name='a' android:value='b'/></config-file>", "//[")]
    [InlineData("<config-file target='AndroidManifest.xml' parent='application'><meta-data android:name='a' android:resource='@string/none'/></config-file>", "resource cannot be used")]
    [InlineData("<config-file target='AndroidManifest.xml' parent='application'><meta-data android:name='a' android:value='${KEY}'/></config-file>", "placeholder")]
    [InlineData("<config-file target='AndroidManifest.xml' parent='application'><meta-data android:value='b'/></config-file>", "no name")]
    [InlineData("<config-file target='AndroidManifest.xml' parent='/*'><uses-permission android:name='a.b' tools:node='keep'/></config-file>", "keep")]
    [InlineData("<edit-config file='AndroidManifest.xml' target='application' mode='merge'><application android:name='a.B'/></edit-config>", "name cannot be changed")]
    [InlineData("<edit-config file='AndroidManifest.xml' target='application' mode='merge'><application android:nonsense='x' android:largeHeap='maybe'/></edit-config>", "nonsense")]
    [InlineData("<edit-config file='AndroidManifest.xml' target='application' mode='melt'><application android:largeHeap='true'/></edit-config>", "melt")]
    public void What_cannot_be_heeded_is_named_with_its_line(string element, string name)
    {
        Package(Config("\n" + element.Replace(" target=", $" {Tools} target=", StringComparison.Ordinal)));
        Assert.Contains(_notices, notice => notice.Message.Contains(name, StringComparison.Ordinal));
        Assert.All(_notices, notice => Assert.Equal("config.xml:2", notice.Where));
    }

    private string Permissions(string elements)
    {
        using var folder = new TemporaryFolder();
        var path = folder["a.apk"];
        Aapt2.Pack(path, Package(Config($"<config-file target='AndroidManifest.xml' parent='/manifest' {Tools}>{elements.ReplaceLineEndings(" ")}</config-file>")));
        return Aapt2.Run("dump", "permissions", path);
    }

    private static CordovaConfig Config(string elements) =>
        CordovaConfigReader.Read(Encoding.UTF8.GetBytes($"<widget>{elements}</widget>"), "config.xml", CordovaDialect.Of(MobilePlatform.Android), out _)!;

    private List<(string Path, byte[] Bytes)> Package(CordovaConfig config)
    {
        var input = new AndroidResourceInput
        {
            Package = "org.example.notes",
            VersionCode = 1,
            VersionName = "1",
            Label = "Notes",
            ManifestChanges = config.ManifestChanges,
            ScreenOrientation = config.Preferences.TryGetValue("orientation", out var orientation) ? OrientationValue.OfAndroid(orientation.Value) : null,
        };
        return [.. AndroidResources.Compile(input, Icons.Value, _notices).Files.Where(file => file.Path is "AndroidManifest.xml").Select(file => (file.Path, file.Bytes.ToArray()))];
    }

    private static string Tree(TemporaryFolder folder, List<(string Path, byte[] Bytes)> files)
    {
        Aapt2.Pack(folder["ours.apk"], files);
        return Aapt2.Run("dump", "xmltree", "--file", "AndroidManifest.xml", folder["ours.apk"]);
    }

    private static string Linked(TemporaryFolder folder, string application, string attributes = "")
    {
        var source = folder["AndroidManifest.xml"];
        File.WriteAllText(source, $"<manifest package='org.example.notes' {attributes} {Tools}><uses-sdk android:minSdkVersion='24'/>{application}</manifest>");
        Aapt2.Run("link", "-I", Aapt2.Framework, "--manifest", source, "-o", folder["theirs.apk"]);
        return Aapt2.Run("dump", "xmltree", "--file", "AndroidManifest.xml", folder["theirs.apk"]);
    }

    private static string Line(string tree, string attribute) =>
        tree.Split('\n').Single(line => line.Contains($":{attribute}(", StringComparison.Ordinal)).Trim();
}
