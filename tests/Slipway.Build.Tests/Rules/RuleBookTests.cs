using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Rules;

public sealed class RuleBookTests
{
    [Theory]
    [InlineData("com.example.app")]
    [InlineData("a.b")]
    [InlineData("com.example.app_2.x9")]
    public void Good_ids_pass(string id) => Assert.Empty(ErrorsOfId(id));

    [Theory]
    [InlineData("single", "SLW-APP-40004")]
    [InlineData("com.new.app", "SLW-APP-40005")]
    [InlineData("com.example.true", "SLW-APP-40005")]
    [InlineData("com.2nd.app", "SLW-SIG-40020")]
    [InlineData("com..app", "SLW-SIG-40020")]
    [InlineData("com.exa-mple.app", "SLW-SIG-40020")]
    [InlineData("com.exämple.app", "SLW-SIG-40020")]
    [InlineData("com.example.app ' or 1", "SLW-SIG-40020")]
    public void Bad_ids_are_refused(string id, string code) => Assert.Equal([code], ErrorsOfId(id));

    [Fact]
    public void A_very_long_id_is_refused() => Assert.Equal(["SLW-APP-40006"], ErrorsOfId("com." + new string('a', 147)));

    [Fact]
    public void A_capital_first_letter_is_only_warned_of()
    {
        using var app = new TemporaryApp(("index.html", ""));
        var problem = Assert.Single(Expect.Problems(app, r => r with { Options = new() { Id = "com.Example.app" } }), p => p.Kind == AppProblems.IdCapital);
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Equal("--id", problem.Where);
    }

    [Theory]
    [InlineData("android.permission.CAMERA", true)]
    [InlineData("com.example.permission.READ_2", true)]
    [InlineData("CAMERA", false)]
    [InlineData("android.permission.", false)]
    [InlineData("android.permission.NO WAY", false)]
    public void A_permission_has_its_full_name(string name, bool isFull)
    {
        using var app = new TemporaryApp(
            ("www/index.html", ""),
            ("config.xml", $"""
                <widget id="com.example.app" version="1.0.0" xmlns:android="http://schemas.android.com/apk/res/android"><name>App</name>
                  <config-file target="AndroidManifest.xml"><uses-permission android:name="{name}"/></config-file></widget>
                """));
        if (isFull)
            Assert.Equal(name, Assert.Single(Expect.Plan(app).ManifestChanges).Element.FirstAttribute!.Value);
        else
            Assert.Contains(Expect.Problems(app), p => p.Kind == ConfigurationProblems.Permission && p.Where!.EndsWith("config.xml:2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1", 10000)]
    [InlineData("1.2.3", 10203)]
    [InlineData("2.10", 21000)]
    [InlineData("1.0.0-beta.2", 10000)]
    public void The_version_code_follows_from_the_version(string version, int code)
    {
        using var app = new TemporaryApp(("index.html", ""));
        Assert.Equal(code, Expect.Plan(app, r => r with { Options = new() { VersionName = version } }).VersionCode);
    }

    [Theory]
    [InlineData("one")]
    [InlineData("")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1..2")]
    [InlineData("-1")]
    [InlineData("1.99999999999")]
    [InlineData("1.0-")]
    public void Bad_versions_are_refused(string version)
    {
        using var app = new TemporaryApp(("index.html", ""));
        Assert.Equal([AppProblems.VersionInvalid.Code], Expect.Errors(app, r => r with { Options = new() { VersionName = version } }));
    }

    [Theory]
    [InlineData("1.0.0", "0")]
    [InlineData("1.0.0", "2100000001")]
    [InlineData("1.0.0", "1.5")]
    [InlineData("300000.0.0", null)]
    public void Version_codes_out_of_range_are_refused(string version, string? code)
    {
        using var app = new TemporaryApp(("index.html", ""));
        Assert.Equal([AppProblems.VersionCodeInvalid.Code], Expect.Errors(app, r => r with { Options = new() { VersionName = version, VersionCode = code } }));
    }

    // The codes are those of cordova-android 15.1.0, but for 0.
    [Theory]
    [InlineData("0.0.0", 1, "SLW-APP-40020")]
    [InlineData("0.0.0-beta", 1, "SLW-APP-40020")]
    [InlineData("v1.2.3", 203, "SLW-APP-40021")]
    [InlineData("1.2 beta", 10000, "SLW-APP-40021")]
    [InlineData("1.2.3.4.5", 10203, "SLW-APP-40021")]
    [InlineData("{{version}}", 1, "SLW-APP-40021", "SLW-APP-40020")]
    [InlineData("", 10000)]
    public void Every_version_of_a_config_xml_is_built_for_Android(string version, int code, params string[] warnings)
    {
        using var app = TemporaryApp.Cordova($"<widget id='com.example.app' version='{version}'><name>App</name></widget>");
        var plan = Expect.Plan(app);
        Assert.Equal((version.Length == 0 ? "1.0.0" : version, code), (plan.VersionName, plan.VersionCode));
        Assert.Equal(warnings, plan.Notices.Where(n => n.Severity == Severity.Warning).Select(n => n.Code));
    }

    [Theory]
    [InlineData("Hostname", "-bad-", "SLW-PREF-40005")]
    [InlineData("Hostname", "a b", "SLW-PREF-40005")]
    [InlineData("android-minSdkVersion", "99", "SLW-PREF-40007")]
    public void Bad_preferences_are_refused(string name, string value, string code)
    {
        using var app = WithPreferences((name, value));
        Assert.Equal([code], Expect.Errors(app));
    }

    // Cordova takes each of them for the same as we do.
    [Theory]
    [InlineData("Orientation", "sideways", "SLW-PREF-40001")]
    [InlineData("Fullscreen", "yes", "SLW-PREF-40002")]
    [InlineData("BackgroundColor", "blueish", "SLW-PREF-40003")]
    [InlineData("BackgroundColor", "#12345", "SLW-PREF-40003")]
    [InlineData("Scheme", "ftp", "SLW-PREF-40004")]
    [InlineData("android-minSdkVersion", "low", "SLW-PREF-40006")]
    public void A_value_that_is_not_understood_is_warned_of_and_the_default_counts(string name, string value, string code)
    {
        using var app = WithPreferences((name, value));
        Assert.Equal(code, Assert.Single(Expect.Problems(app), p => p.Severity == Severity.Warning).Code);
        var plan = Expect.Plan(app);
        Assert.Equal((Orientation.Default, false, null, "https", 24), (plan.Orientation, plan.Fullscreen, plan.BackgroundColour, plan.Scheme, plan.MinSdk));
    }

    [Theory]
    [InlineData("19", null, 24, 36, "android-minSdkVersion 19 was raised to 24")]
    [InlineData("19", "22", 24, 24, "android-targetSdkVersion 22 was raised to the minimum level 24")]
    [InlineData("30", "28", 30, 30, "android-targetSdkVersion 28 was raised to the minimum level 30")]
    [InlineData(null, "99", 24, 36, "android-targetSdkVersion 99 was lowered to 36")]
    [InlineData("26", "34", 26, 34, null)]
    public void Levels_are_brought_into_the_range_with_a_notice(string? min, string? target, int planMin, int planTarget, string? notice)
    {
        using var app = WithPreferences([.. new[] { ("android-minSdkVersion", min), ("android-targetSdkVersion", target) }.Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!))]);
        var plan = Expect.Plan(app);
        Assert.Equal((planMin, planTarget), (plan.MinSdk, plan.TargetSdk));
        Assert.All(plan.Notices, problem => Assert.Equal((Severity.Notice, "config.xml:1"), (problem.Severity, problem.Where)));
        if (notice is null)
            Assert.Empty(plan.Notices);
        else
            Assert.Contains(plan.Notices, problem => problem.Message.StartsWith(notice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("portrait", Orientation.Portrait, "sensorPortrait")]
    [InlineData("LANDSCAPE", Orientation.Landscape, "sensorLandscape")]
    [InlineData("sensorLandscape", Orientation.Landscape, "sensorLandscape")]
    [InlineData("reversePortrait", Orientation.Portrait, "reversePortrait")]
    [InlineData("FULLSENSOR", Orientation.Default, "fullSensor")]
    [InlineData("locked", Orientation.Default, "locked")]
    [InlineData("all", Orientation.Default, null)]
    [InlineData("default", Orientation.Default, null)]
    [InlineData("", Orientation.Default, null)]
    public void Every_orientation_of_Cordova_and_of_Android_is_taken(string value, Orientation orientation, string? ofAndroid)
    {
        using var app = WithPreferences(("Orientation", value));
        var plan = Expect.Plan(app);
        Assert.Equal((orientation, ofAndroid), (plan.Orientation, plan.ScreenOrientation));
        Assert.Empty(plan.Notices);
    }

    [Theory]
    [InlineData("https://example.com/", "SLW-CNF-40014")]
    [InlineData("../index.html", "SLW-CNF-40011")]
    [InlineData("other.html", "SLW-APP-40003")]
    [InlineData("INDEX.html", "SLW-APP-40003")]
    public void A_start_page_that_is_not_a_file_of_the_app_is_refused(string start, string code)
    {
        using var app = TemporaryApp.Cordova($"""<widget id="a.b" version="1"><name>n</name><content src="{start}"/></widget>""");
        Assert.Equal([code], Expect.Errors(app));
    }

    [Theory]
    [InlineData("missing.png", "SLW-CNF-40012")]
    [InlineData("../outside.png", "SLW-CNF-40011")]
    // As for Cordova, it counts from the project.
    [InlineData("/etc/passwd", "SLW-CNF-40012")]
    public void An_icon_that_is_not_a_file_of_the_app_is_refused(string icon, string code)
    {
        using var app = TemporaryApp.Cordova($"""<widget id="a.b" version="1"><name>n</name><icon src="{icon}"/></widget>""");
        Assert.Equal([code], Expect.Errors(app));
    }

    [Fact]
    public void An_icon_behind_a_link_that_leaves_the_app_is_refused()
    {
        using var app = TemporaryApp.Cordova("""<widget id="a.b" version="1"><name>n</name><icon src="icon.png"/></widget>""");
        File.CreateSymbolicLink(app["icon.png"], "/etc/hostname");
        Assert.Equal([FileProblems.LinkLeaves.Code], Expect.Errors(app));
    }

    [Theory]
    [InlineData("a.txt", "A.txt")]
    [InlineData("\u00e9.js", "e\u0301.js")]
    public void Names_that_some_file_systems_confuse_are_warned_of_for_Android(string one, string other)
    {
        using var app = new TemporaryApp(("index.html", ""), (one, ""), (other, ""));
        Assert.Empty(Expect.Errors(app));
        Assert.Single(Expect.Problems(app), p => p.Kind == FileProblems.CaseTwins);
    }

    [Theory]
    [InlineData("a:b.js")]
    [InlineData("LICENSE.")]
    [InlineData("folder /a")]
    public void Names_that_other_systems_would_change_are_nothing_to_Android(string name)
    {
        using var app = new TemporaryApp(("index.html", ""), (name, ""));
        Assert.All(Expect.Problems(app), p => Assert.Equal(AppProblems.Derived, p.Kind));
    }

    private static TemporaryApp WithPreferences(params (string Name, string Value)[] preferences) =>
        TemporaryApp.Cordova($"""<widget id="a.b" version="1"><name>n</name><platform name="android">{string.Concat(preferences.Select(p => $"<preference name='{p.Name}' value='{p.Value}'/>"))}</platform></widget>""");

    private static string[] ErrorsOfId(string id)
    {
        using var app = new TemporaryApp(("index.html", ""));
        return Expect.Errors(app, r => r with { Options = new() { Id = id } });
    }
}
