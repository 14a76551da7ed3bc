using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Build.Read;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Build.Tests.Plan.Ios;

public sealed class IosPlannerTests
{
    [Fact]
    public void Everything_that_iOS_heeds_is_planned()
    {
        using var app = TemporaryApp.Cordova("""
            <widget id="com.example.app" ios-CFBundleIdentifier="com.example.app-ios" version="1.2.3" ios-CFBundleVersion="44" xml:lang="de">
              <name>Field Notes</name>
              <preference name="Scheme" value="https"/>
              <preference name="android-minSdkVersion" value="24"/>
              <access origin="http://*.example.com"/><access origin="https://safe.example.com"/><allow-navigation href="http://plain.example.org:8080/*"/>
              <platform name="ios">
                <preference name="deployment-target" value="16.2"/>
                <preference name="target-device" value="handset"/>
                <config-file target="*-Info.plist" parent="NSCameraUsageDescription"><string>Takes
                  pictures.</string></config-file>
                <edit-config target="NSLocationWhenInUseUsageDescription" file="*-Info.plist" mode="merge"><string>Finds you.</string></edit-config>
                <config-file target="*-Info.plist" parent="CFBundleURLTypes">
                  <array><dict><key>CFBundleURLName</key><string>x</string><key>CFBundleURLSchemes</key><array><string>notes</string></array></dict></array>
                </config-file>
              </platform>
              <platform name="android"><name>Droid</name><preference name="Orientation" value="sideways"/></platform>
            </widget>
            """);
        var plan = Plan(app);
        Assert.Equal(("com.example.app-ios", "1.2.3", "44", "de"), (plan.Id, plan.VersionName, plan.BundleVersion, plan.DevelopmentRegion));
        Assert.Equal(("app", "localhost", "FieldNotes", "16.2"), (plan.Scheme, plan.Hostname, plan.BundleName, plan.MinimumOs));
        Assert.Equal(DeviceFamilies.Phone, plan.Devices);
        Assert.Equal("Takes pictures.", plan.UsageDescriptions["NSCameraUsageDescription"]);
        Assert.Equal("Finds you.", plan.UsageDescriptions["NSLocationWhenInUseUsageDescription"]);
        Assert.Equal(["notes"], plan.UrlSchemes);
        Assert.False(plan.Transport.AllowsAnyHost);
        Assert.Equal([new InsecureHost("example.com", true), new InsecureHost("plain.example.org", false)], plan.Transport.InsecureHosts);
        Assert.EndsWith("dist/field-notes-1.2.3-simulator.zip", plan.OutFile, StringComparison.Ordinal);
        Assert.Empty(plan.Notices);
    }

    [Theory]
    [InlineData("WWW", "WWWApp")]
    [InlineData("Code Resources", "CodeResourcesApp")]
    [InlineData("PkgInfo", "PkgInfoApp")]
    [InlineData("Web", "Web")]
    [InlineData("?", "App")]
    public void An_app_that_is_called_like_something_in_its_bundle_gets_another_executable(string name, string bundle)
    {
        using var app = TemporaryApp.Cordova($"""<widget id="a.b" version="1"><name>{name}</name></widget>""");
        Assert.Equal(bundle, Plan(app).BundleName);
    }

    [Fact]
    public void Names_with_a_language_are_translations_of_the_one_without()
    {
        using var app = TemporaryApp.Cordova("""
            <widget id="a.b" version="1"><name xml:lang="de">Feldnotizen</name><name>Field Notes</name><name xml:lang="../x">Evil</name>
              <platform name="ios"><name xml:lang="pt-BR">Notas de  campo</name></platform></widget>
            """);
        var plan = Plan(app);
        Assert.Equal("Field Notes", plan.Name);
        Assert.Equal([new("pt-BR", "Notas de campo"), new("de", "Feldnotizen")], plan.LocalisedNames);
    }

    [Fact]
    public void Files_of_merges_ios_win_over_those_of_www()
    {
        using var app = TemporaryApp.Cordova("""<widget id="a.b" version="1"><name>n</name></widget>""", ("merges/ios/index.html", "12345"), ("merges/android/index.html", ""));
        Assert.Equal(5, Plan(app).WebFiles.Single().Length);
    }

    [Fact]
    public void An_underscore_in_the_id_of_a_config_xml_becomes_a_hyphen_with_a_notice()
    {
        using var app = TemporaryApp.Cordova("""<widget id="com.example.my_app" version="1"><name>n</name></widget>""");
        var plan = Plan(app);
        Assert.Equal("com.example.my-app", plan.Id);
        Assert.Contains(plan.Notices, n => n.Kind == ConfigurationProblems.Ignored && n.Message.Contains("com.example.my-app", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("com.example.my_app")]
    [InlineData("com..app")]
    [InlineData("com.exämple.app")]
    public void A_bundle_id_that_iOS_refuses_is_refused_with_a_remedy_for_iOS(string id)
    {
        using var app = new TemporaryApp(("index.html", ""));
        var problem = Assert.Single(Refusal(app, r => r with { Options = new() { Id = id } }), p => p.Severity == Severity.Error);
        Assert.Equal("SLW-SIG-40020", problem.Code);
        Assert.Contains("ios-CFBundleIdentifier", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("com.2nd.app")]
    [InlineData("com.new.my-app")]
    [InlineData("single")]
    public void What_only_Android_refuses_in_an_id_is_taken(string id)
    {
        using var app = new TemporaryApp(("index.html", ""));
        Assert.Equal(id, Plan(app, r => r with { Options = new() { Id = id } }).Id);
    }

    [Theory]
    [InlineData("1.2.3.4", "1.2.3")]
    [InlineData("1.2-beta", "1.2")]
    public void A_version_is_cut_to_what_iOS_knows_with_a_notice(string version, string kept)
    {
        using var app = new TemporaryApp(("index.html", ""));
        var plan = Plan(app, r => r with { Options = new() { VersionName = version } });
        Assert.Equal((kept, kept), (plan.VersionName, plan.BundleVersion));
        Assert.Contains(plan.Notices, n => n.Where == "--version-name");
    }

    [Theory]
    [InlineData("1.2.3.4")]
    [InlineData("one")]
    [InlineData("")]
    [InlineData("1234567890123456789")]
    public void A_malformed_bundle_version_is_refused(string version)
    {
        using var app = new TemporaryApp(("index.html", ""));
        Assert.Contains(Refusal(app, r => r with { Options = new() { VersionCode = version } }), p => p.Kind == IosProblems.BundleVersion);
    }

    [Fact]
    public void A_deployment_target_below_that_of_the_shell_is_raised_with_a_notice()
    {
        using var app = TemporaryApp.Cordova("""<widget id="a.b" version="1"><name>n</name><preference name="deployment-target" value="11.0"/></widget>""");
        var plan = Plan(app);
        Assert.Equal("15.0", plan.MinimumOs);
        Assert.Contains(plan.Notices, n => n.Message.Contains("raised to 15.0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deployment-target", "new", "SLW-CNF-40013")]
    [InlineData("target-device", "watch", "SLW-PREF-40009")]
    [InlineData("Orientation", "sideways", "SLW-PREF-40001")]
    public void A_value_that_is_not_understood_is_said_and_the_default_counts(string preference, string value, string code)
    {
        using var app = TemporaryApp.Cordova($"""<widget id="a.b" version="1"><name>n</name><preference name="{preference}" value="{value}"/></widget>""");
        var plan = Plan(app);
        Assert.Equal(("15.0", DeviceFamilies.Universal, Orientation.Default), (plan.MinimumOs, plan.Devices, plan.Orientation));
        Assert.Contains(plan.Notices, n => n.Code == code && n.Where == "config.xml:1");
    }

    [Theory]
    [InlineData("""<preference name="deployment-target" value="30.0"/>""", "SLW-PREF-40008")]
    [InlineData("""<config-file target="*-Info.plist" parent="NSCameraUsageDescription"><string> </string></config-file>""", "SLW-APP-40015")]
    [InlineData("""<config-file target="*-Info.plist" parent="NSCameraUsageDescription"><true/></config-file>""", "SLW-APP-40015")]
    [InlineData("""<config-file target="*-Info.plist" parent="CFBundleURLTypes"><string>notes</string></config-file>""", "SLW-APP-40016")]
    [InlineData("""<config-file target="*-Info.plist" parent="CFBundleURLTypes"><array><dict><key>CFBundleURLSchemes</key><array><string>https</string></array></dict></array></config-file>""", "SLW-APP-40016")]
    [InlineData("""<config-file target="*-Info.plist" parent="CFBundleURLTypes"><array><dict><key>CFBundleURLSchemes</key><array><string>a b</string></array></dict></array></config-file>""", "SLW-APP-40016")]
    [InlineData("""<access origin="http://-bad-/"/>""", "SLW-CNF-40016")]
    public void A_setting_that_iOS_cannot_heed_is_refused(string element, string code)
    {
        using var app = TemporaryApp.Cordova($"""<widget id="a.b" version="1"><name>n</name>{element}</widget>""");
        Assert.Equal([code], Refusal(app).Where(p => p.Severity == Severity.Error).Select(p => p.Code));
    }

    [Theory]
    [InlineData("navigator.geolocation.getCurrentPosition(f)", "NSLocationWhenInUseUsageDescription", 1)]
    [InlineData("navigator.geolocation.getCurrentPosition(f)", "NSCameraUsageDescription", 0)]
    [InlineData("navigator.mediaDevices.getUserMedia({audio: true})", "NSMicrophoneUsageDescription", 1)]
    [InlineData("nothing of the kind", "NSCameraUsageDescription", 0)]
    public void What_the_app_evidently_uses_without_a_description_is_warned_of(string script, string key, int warnings)
    {
        const string widget = """<widget id="a.b" version="1"><name>n</name>{0}</widget>""";
        using var bare = TemporaryApp.Cordova(string.Format(null, widget, ""), ("www/app.js", script));
        Assert.Equal(warnings, Plan(bare).Notices.Count(n => n.Kind == IosProblems.UsageMissing && n.Message.Contains(key, StringComparison.Ordinal) && n.Where == "app.js"));
        using var described = TemporaryApp.Cordova(
            string.Format(null, widget, $"""<config-file target="*-Info.plist" parent="{key}"><string>Because.</string></config-file>"""), ("www/app.js", script));
        Assert.DoesNotContain(Plan(described).Notices, n => n.Message.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public void Background_modes_and_malformed_values_are_named_in_notices()
    {
        using var app = TemporaryApp.Cordova("""
            <widget id="a.b" version="1"><name>n</name>
              <config-file target="*-Info.plist" parent="UIBackgroundModes"><array><string>audio</string></array></config-file>
              <config-file target="*-Info.plist" parent="Broken"><dict><key>only a key</key></dict></config-file></widget>
            """);
        var notices = Plan(app).Notices;
        Assert.Contains(notices, n => n.Message.Contains("UIBackgroundModes", StringComparison.Ordinal));
        Assert.Contains(notices, n => n.Message.Contains("Broken", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_wrong_with_app_and_keys_is_said_together()
    {
        using var app = new TemporaryApp(("index.html", ""));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Ios);
        var wrong = SigningProblems.CertificateExpired.At("dev.p12", "The certificate expired.");
        var e = Assert.Throws<ProblemException>(() => IosPlanner.Plan(source, new BuildRequest(app.Folder, "dist", null) { Options = new() { Id = "a_b.c" } }, _ => throw new ProblemException(wrong)));
        Assert.Equal(["SLW-SIG-40020", "SLW-SIG-40018"], e.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code));
    }

    private static IosPlan Plan(TemporaryApp app, Func<BuildRequest, BuildRequest>? change = null)
    {
        var request = new BuildRequest(app.Folder, "dist", null);
        using var source = AppReader.Read(app.Folder, MobilePlatform.Ios);
        return IosPlanner.Plan(source, change?.Invoke(request) ?? request, _ => new IosSigningPlan(MobileBuildType.Simulator, null, []));
    }

    private static IReadOnlyList<Problem> Refusal(TemporaryApp app, Func<BuildRequest, BuildRequest>? change = null) =>
        Assert.Throws<ProblemException>(() => Plan(app, change)).Problems;
}
