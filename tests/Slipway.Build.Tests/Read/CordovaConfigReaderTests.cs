using System.Globalization;
using System.Text;
using CsCheck;
using Slipway.Build.Read;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Read;

public sealed class CordovaConfigReaderTests
{
    [Fact]
    public void Everything_that_is_honoured_is_read()
    {
        var config = Read("""
            <widget xmlns="http://www.w3.org/ns/widgets" xmlns:cdv="http://cordova.apache.org/ns/1.0"
                id="com.example.app" android-packageName="com.example.droid" version="1.2.3" android-versionCode="44">
              <name short="Short">  Long
                name </name>
              <content src="start.html"/>
              <icon src="all.png" width="512"/>
              <platform name="android"><icon density="xxhdpi" src="a.png" foreground="f.png" background="#112233" monochrome="m.png"/></platform>
              <platform name="ios"><icon src="ios.png"/><preference name="Orientation" value="landscape"/></platform>
            </widget>
            """);
        Assert.Equal("com.example.droid", config.Id!.Value);
        Assert.Equal("44", config.VersionCode!.Value);
        Assert.Equal("Long name", config.Name!.Value);
        Assert.Equal("Short", config.ShortName!.Value);
        Assert.Equal("start.html", config.Content!.Value);
        Assert.Equal(["all.png", "a.png"], config.Icons.Select(i => i.Source));
        Assert.Equal((144, true, "m.png"), (config.Icons[1].Size, config.Icons[1].OfPlatform, config.Icons[1].Monochrome));
        Assert.Empty(config.Preferences);
        Assert.Empty(config.Ignored);
    }

    [Fact]
    public void A_preference_of_the_platform_wins_whatever_its_case_and_place()
    {
        var config = Read("""
            <widget><platform name="android"><preference name="ORIENTATION" value="portrait"/></platform><preference name="Orientation" value="landscape"/></widget>
            """);
        Assert.Equal("portrait", config.Preferences["orientation"].Value);
        Assert.Equal("config.xml:1", config.Preferences["orientation"].Where);
    }

    [Fact]
    public void Changes_of_the_manifest_come_from_what_is_for_the_manifest_of_Android_alone()
    {
        var config = Read("""
            <widget xmlns:android="http://schemas.android.com/apk/res/android" xmlns:gap="http://phonegap.com/ns/1.0">
              <platform name="android">
                <config-file target="app/src/main/AndroidManifest.xml" parent="/*"><uses-permission android:name="android.permission.CAMERA"/><uses-feature android:name="a.b"/></config-file>
                <edit-config file="AndroidManifest.xml" target="/manifest/application" mode="merge"><application android:largeHeap="true"/></edit-config>
                <preference name="AndroidLaunchMode" value="singleTask"/>
              </platform>
              <gap:config-file platform="android" parent="/manifest"><supports-screens android:xlargeScreens="true"/></gap:config-file>
              <gap:config-file platform="ios" parent="UIBackgroundModes"><array/></gap:config-file>
              <platform name="ios"><config-file target="AndroidManifest.xml" parent="/*"><uses-permission android:name="android.permission.NFC"/></config-file></platform>
              <config-file target="res/values/strings.xml" parent="/*"><string name="a">b</string></config-file>
            </widget>
            """);
        Assert.Equal(
            [("activity", "/manifest/application/activity", "merge", 5), ("supports-screens", "/manifest", null, 7), ("uses-permission", "/*", null, 3), ("uses-feature", "/*", null, 3), ("application", "/manifest/application", "merge", 4)],
            config.ManifestChanges.Select(c => (c.Element.Name.LocalName, c.Target, c.Mode, int.Parse(c.Where[(c.Where.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture))));
        Assert.Equal("<config-file> was ignored.", Assert.Single(config.Ignored).Message);
    }

    [Fact]
    public void What_PhoneGap_Build_had_is_honoured_or_named_with_its_line()
    {
        var config = Read("""
            <widget xmlns:gap="http://phonegap.com/ns/1.0" id="a.b" version="1.2.3" versionCode="201" min-version="7">
              <icon src="i.png" gap:platform="android" gap:qualifier="en-xhdpi"/>
              <icon src="w.png" gap:platform="winphone"/>
              <preference name="phonegap-version" value="cli-9.0.0"/>
              <preference name="exit-on-suspend" value="true"/>
              <gap:plugin name="com.x" source="npm"/>
              <gap:splash src="s.png"/>
              <content src="index.html" mode="x"/>
            </widget>
            """);
        Assert.Equal("201", config.VersionCode!.Value);
        Assert.Equal(("i.png", 96, true), (Assert.Single(config.Icons).Source, config.Icons[0].Size, config.Icons[0].OfPlatform));
        Assert.Equal(
            [
                ("config.xml:6", "<plugin> was ignored: com.x."), ("config.xml:7", "<splash> was ignored: s.png."), ("config.xml:8", "Attributes of <content> were ignored: mode."),
                ("config.xml:1", "Attributes of <widget> were ignored: min-version."), ("config.xml:4", "Preferences were ignored: phonegap-version, exit-on-suspend (line 5)."),
            ],
            config.Ignored.Select(p => (p.Where!, p.Message)));
        Assert.Null(CordovaConfigReader.Read("<widget versionCode='201'/>"u8.ToArray(), "config.xml", CordovaDialect.Of(MobilePlatform.Ios), out _)!.VersionCode);
    }

    [Fact]
    public void What_is_ignored_is_said_once_a_kind()
    {
        var config = Read("""
            <widget><preference name="Alpha" value="1"/><preference name="Beta" value="1"/><plugin name="cordova-plugin-x"/><hook type="after_build" src="x.js"/></widget>
            """);
        Assert.Equal(3, config.Ignored.Count);
        Assert.Contains(config.Ignored, p => p.Message == "Preferences were ignored: Alpha, Beta.");
        Assert.Contains(config.Ignored, p => p.Message == "<plugin> was ignored: cordova-plugin-x.");
    }

    // Cordova's reader takes each.
    [Theory]
    [InlineData("<?xml version='1.1' encoding='utf-8'?>\n<widget id='a.b'/>")]
    [InlineData("\n<?xml version='1.0'?><widget id='a.b'/>")]
    [InlineData("\n<widget id='a.b'><gap:plugin name='x' cdv:y='z'/></widget>")]
    public void A_document_that_only_Cordova_takes_is_read_with_its_lines(string xml) => Assert.Equal(new Setting("a.b", "config.xml:2"), Read(xml).Id);

    [Fact]
    public void Prefixes_of_Android_need_no_declaration()
    {
        var config = Read("<widget><config-file target='AndroidManifest.xml' parent='/*'><uses-permission android:name='a.b' tools:node='remove'/></config-file></widget>");
        Assert.Equal(
            ["http://schemas.android.com/apk/res/android", "http://schemas.android.com/tools"],
            Assert.Single(config.ManifestChanges).Element.Attributes().Select(a => a.Name.NamespaceName));
    }

    [Theory]
    [InlineData("<widget><name>", "SLW-CNF-40001")]
    [InlineData("", "SLW-CNF-40001")]
    [InlineData("<!DOCTYPE widget><widget/>", "SLW-CNF-40002")]
    [InlineData("<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><widget><name>&a;</name></widget>", "SLW-CNF-40002")]
    [InlineData("<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><widget><name>&b;</name></widget>", "SLW-CNF-40002")]
    public void Hostile_and_broken_documents_have_their_own_codes(string xml, string code)
    {
        var e = Assert.Throws<ProblemException>(() => Read(xml));
        Assert.Equal(code, Assert.Single(e.Problems).Code);
    }

    [Fact]
    public void A_document_nested_without_end_is_too_complex()
    {
        var e = Assert.Throws<ProblemException>(() => Read("<widget>" + string.Concat(Enumerable.Repeat("<a>", 100_000))));
        Assert.Equal(ConfigurationProblems.XmlTooComplex, Assert.Single(e.Problems).Kind);
    }

    [Fact]
    public void Mutated_documents_end_in_a_config_or_in_a_problem()
    {
        var seed = Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="utf-8"?><widget id="a.b" version="1"><name short="x">y</name><icon src="i"/><preference name="Scheme" value="https"/></widget>""");
        Check.Sample(
            Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte, Gen.Int[0, 3]).Array[1, 6],
            edits =>
            {
                var bytes = seed.ToList();
                foreach (var (at, value, kind) in edits)
                {
                    if (kind == 0 && at < bytes.Count)
                        bytes.RemoveAt(at);
                    else if (kind == 1)
                        bytes.Insert(Math.Min(at, bytes.Count), value);
                    else if (at < bytes.Count)
                        bytes[at] = value;
                }

                try
                {
                    CordovaConfigReader.Read([.. bytes], "config.xml", CordovaDialect.Of(MobilePlatform.Android), out _);
                }
                catch (ProblemException)
                {
                }
            },
            iter: 20_000);
    }

    private static CordovaConfig Read(string xml) => CordovaConfigReader.Read(Encoding.UTF8.GetBytes(xml), "config.xml", CordovaDialect.Of(MobilePlatform.Android), out _)!;
}
