using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Build.Resources.Ios;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Tests.Resources.Ios;

public sealed class InfoPlistTests
{
    private const string Plain =
        """{"CFBundleAllowMixedLocalizations":true,"CFBundleDevelopmentRegion":"en","CFBundleDisplayName":"Field Notes","CFBundleExecutable":"FieldNotes","CFBundleIcons":{"CFBundlePrimaryIcon":{"CFBundleIconFiles":["AppIcon20x20","AppIcon29x29","AppIcon40x40","AppIcon60x60"]}},"CFBundleIcons~ipad":{"CFBundlePrimaryIcon":{"CFBundleIconFiles":["AppIcon20x20","AppIcon29x29","AppIcon40x40","AppIcon76x76","AppIcon83.5x83.5"]}},"CFBundleIdentifier":"dev.slipway.fieldnotes","CFBundleInfoDictionaryVersion":"6.0","CFBundleLocalizations":["en"],"CFBundleName":"Field Notes","CFBundlePackageType":"APPL","CFBundleShortVersionString":"1.4.0","CFBundleSupportedPlatforms":["iPhoneOS"],"CFBundleVersion":"10400","ITSAppUsesNonExemptEncryption":false,"LSRequiresIPhoneOS":true,"MinimumOSVersion":"15.0","UIApplicationSceneManifest":{"UIApplicationSupportsMultipleScenes":false,"UISceneConfigurations":{"UIWindowSceneSessionRoleApplication":[{"UISceneConfigurationName":"Default Configuration","UISceneDelegateClassName":"SLWSceneDelegate"}]}},"UIApplicationSupportsIndirectInputEvents":true,"UIDeviceFamily":[1,2],"UILaunchScreen":{},"UIRequiredDeviceCapabilities":["arm64"],"UISupportedInterfaceOrientations":["UIInterfaceOrientationPortrait","UIInterfaceOrientationLandscapeLeft","UIInterfaceOrientationLandscapeRight"],"UISupportedInterfaceOrientations~ipad":["UIInterfaceOrientationPortrait","UIInterfaceOrientationLandscapeLeft","UIInterfaceOrientationLandscapeRight","UIInterfaceOrientationPortraitUpsideDown"]}""";

    [Fact]
    public void An_outsider_reads_every_key_of_a_plain_app() => Assert.Equal(Plain, Read(IosPlans.Sample));

    [Fact]
    public void The_outsider_refuses_a_broken_file()
    {
        var bytes = InfoPlist.Write(IosPlans.Sample);
        bytes[^1] = 0xFF;
        Assert.Null(PlistUtilTool.Read(bytes));
    }

    [Fact]
    public void The_simulator_has_a_platform_of_its_own() =>
        Assert.Contains("\"CFBundleSupportedPlatforms\":[\"iPhoneSimulator\"]", Read(IosPlans.Sample with { Type = MobileBuildType.Simulator }), StringComparison.Ordinal);

    [Fact]
    public void An_app_of_one_device_family_names_only_its_icons()
    {
        var phone = Read(IosPlans.Sample with { Devices = DeviceFamilies.Phone });
        Assert.Contains("\"UIDeviceFamily\":[1]", phone, StringComparison.Ordinal);
        Assert.DoesNotContain("~ipad", phone, StringComparison.Ordinal);
        Assert.DoesNotContain("CFBundleIcons\":", Read(IosPlans.Sample with { Devices = DeviceFamilies.Pad }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Orientation.Portrait, """["UIInterfaceOrientationPortrait"]""", """["UIInterfaceOrientationPortrait","UIInterfaceOrientationPortraitUpsideDown"]""")]
    [InlineData(Orientation.Landscape, """["UIInterfaceOrientationLandscapeLeft","UIInterfaceOrientationLandscapeRight"]""", """["UIInterfaceOrientationLandscapeLeft","UIInterfaceOrientationLandscapeRight"]""")]
    public void A_fixed_orientation_takes_the_whole_screen_of_an_ipad(Orientation orientation, string phone, string pad)
    {
        var text = Read(IosPlans.Sample with { Orientation = orientation });
        Assert.Contains($"\"UISupportedInterfaceOrientations\":{phone}", text, StringComparison.Ordinal);
        Assert.Contains($"\"UISupportedInterfaceOrientations~ipad\":{pad}", text, StringComparison.Ordinal);
        Assert.Contains("\"UIRequiresFullScreen\":true", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reasons_schemes_fullscreen_colour_and_languages_are_told()
    {
        var text = Read(IosPlans.Sample with
        {
            Fullscreen = true,
            BackgroundColour = new Colour(0xFF112233),
            UrlSchemes = ["fieldnotes", "notes"],
            UsageDescriptions = new Dictionary<string, string> { ["NSCameraUsageDescription"] = "To photograph plants – nur dafür." },
            LocalisedNames = new Dictionary<string, string> { ["pt-BR"] = "Notas", ["de"] = "Feldnotizen" },
        });
        Assert.Contains("\"UIStatusBarHidden\":true", text, StringComparison.Ordinal);
        Assert.Contains("\"UILaunchScreen\":{\"UIImageName\":\"LaunchColour\",\"UIImageRespectsSafeAreaInsets\":false}", text, StringComparison.Ordinal);
        Assert.Contains("\"CFBundleURLTypes\":[{\"CFBundleURLName\":\"dev.slipway.fieldnotes\",\"CFBundleURLSchemes\":[\"fieldnotes\",\"notes\"]}]", text, StringComparison.Ordinal);
        Assert.Contains("\"NSCameraUsageDescription\":\"To photograph plants \\u2013 nur daf\\u00FCr.\"", text, StringComparison.Ordinal);
        Assert.Contains("\"CFBundleLocalizations\":[\"en\",\"de\",\"pt-BR\"]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_is_allowed_where_it_was_asked_for()
    {
        Assert.Contains("\"NSAppTransportSecurity\":{\"NSAllowsArbitraryLoads\":true}", Read(Transport(true)), StringComparison.Ordinal);
        Assert.Contains(
            "\"NSAppTransportSecurity\":{\"NSExceptionDomains\":{\"a.example.com\":{\"NSExceptionAllowsInsecureHTTPLoads\":true},\"example.com\":{\"NSExceptionAllowsInsecureHTTPLoads\":true,\"NSIncludesSubdomains\":true}}}",
            Read(Transport(false, new InsecureHost("example.com", true), new InsecureHost("A.example.com", false))),
            StringComparison.Ordinal);
        Assert.Contains(
            "\"NSAppTransportSecurity\":{\"NSAllowsLocalNetworking\":true,\"NSExceptionDomains\":{\"10.0.0.7\":{\"NSExceptionAllowsInsecureHTTPLoads\":true}}}",
            Read(Transport(false, new InsecureHost("10.0.0.7", false), new InsecureHost("printer", false))),
            StringComparison.Ordinal);
    }

    private static IosPlan Transport(bool any, params InsecureHost[] hosts) => IosPlans.Sample with { Transport = new TransportSecurity(any, hosts) };

    private static string Read(IosPlan plan) => PlistUtilTool.Read(InfoPlist.Write(plan))!.ToJsonString();
}
