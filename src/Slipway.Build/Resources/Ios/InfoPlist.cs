using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Formats.Plist;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Resources.Ios;

/// <summary>
/// Makes Info.plist (developer.apple.com, "Information Property List"). Keys that name a build of Xcode or of an SDK (DT…) are
/// missing, because the build uses neither.
/// </summary>
public static class InfoPlist
{
    /// <summary>The class of the shell that the system creates as the delegate of a scene.</summary>
    public const string SceneDelegate = "SLWSceneDelegate";

    /// <summary>Writes the file.</summary>
    /// <returns>A binary property list.</returns>
    public static byte[] Write(IosPlan plan) => PlistBinaryWriter.Write(Describe(plan));

    /// <summary>Returns the content of the file, keys in ordinal order.</summary>
    public static PlistDictionary Describe(IosPlan plan)
    {
        IEnumerable<KeyValuePair<string, PlistValue>> entries =
        [
            .. Identity(plan), .. Devices(plan), .. Screen(plan), .. AppIcon(plan.Devices),
            .. UrlTypes(plan), .. TransportPolicy.Entries(plan.Transport), .. plan.UsageDescriptions.Select(reason => Entry(reason.Key, Text(reason.Value))),
        ];
        return new PlistDictionary(entries.OrderBy(entry => entry.Key, StringComparer.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, PlistValue>> Identity(IosPlan plan)
    {
        yield return Entry("CFBundleIdentifier", Text(plan.Id));
        yield return Entry("CFBundleName", Text(plan.Name));
        yield return Entry("CFBundleDisplayName", Text(plan.Name));
        yield return Entry("CFBundleExecutable", Text(plan.BundleName));
        yield return Entry("CFBundleVersion", Text(plan.BundleVersion));
        yield return Entry("CFBundleShortVersionString", Text(ShortVersion(plan.VersionName)));
        yield return Entry("CFBundlePackageType", Text("APPL"));
        yield return Entry("CFBundleInfoDictionaryVersion", Text("6.0"));
        yield return Entry("CFBundleDevelopmentRegion", Text(plan.DevelopmentRegion));
        yield return Entry("CFBundleLocalizations", Texts(DisplayNames.Languages(plan)));
        // The pages have their own languages. With this key, menus and dialogs of the web view and navigator.language follow the device.
        yield return Entry("CFBundleAllowMixedLocalizations", new PlistBoolean(true));
        // The app uses only the system's TLS, which needs no export declaration.
        yield return Entry("ITSAppUsesNonExemptEncryption", new PlistBoolean(false));
    }

    private static IEnumerable<KeyValuePair<string, PlistValue>> Devices(IosPlan plan)
    {
        yield return Entry("CFBundleSupportedPlatforms", Texts([plan.Type == MobileBuildType.Simulator ? "iPhoneSimulator" : "iPhoneOS"]));
        yield return Entry("LSRequiresIPhoneOS", new PlistBoolean(true));
        yield return Entry("MinimumOSVersion", Text(plan.MinimumOs));
        yield return Entry("UIRequiredDeviceCapabilities", Texts(["arm64"]));
        DeviceFamilies[] families = [DeviceFamilies.Phone, DeviceFamilies.Pad];
        yield return Entry("UIDeviceFamily", new PlistArray([.. families.Where(family => plan.Devices.HasFlag(family)).Select(family => new PlistInteger((int)family))]));
    }

    private static IEnumerable<KeyValuePair<string, PlistValue>> Screen(IosPlan plan)
    {
        yield return Entry("UIApplicationSceneManifest", Scenes);
        yield return Entry("UIApplicationSupportsIndirectInputEvents", new PlistBoolean(true));
        yield return Entry("UILaunchScreen", LaunchScreen.Describe(plan.BackgroundColour));
        yield return Entry("UISupportedInterfaceOrientations", Texts(OnPhone(plan.Orientation)));
        if (plan.Devices.HasFlag(DeviceFamilies.Pad))
        {
            yield return Entry("UISupportedInterfaceOrientations~ipad", Texts(OnPad(plan.Orientation)));
            // An app that shares the screen of an iPad must support every orientation, so an app with a fixed one requires the full screen.
            if (plan.Orientation != Orientation.Default)
                yield return Entry("UIRequiresFullScreen", new PlistBoolean(true));
        }

        // These keys apply to the launch screen; later the shell decides.
        if (plan.Fullscreen)
            yield return Entry("UIStatusBarHidden", new PlistBoolean(true));
    }

    private static IEnumerable<KeyValuePair<string, PlistValue>> AppIcon(DeviceFamilies devices)
    {
        if (devices.HasFlag(DeviceFamilies.Phone))
            yield return Entry("CFBundleIcons", PrimaryIcon(IosIcons.Sizes.Where(size => size.OnPhone)));
        if (devices.HasFlag(DeviceFamilies.Pad))
            yield return Entry("CFBundleIcons~ipad", PrimaryIcon(IosIcons.Sizes.Where(size => size.OnPad)));
    }

    private static PlistDictionary PrimaryIcon(IEnumerable<IosIconSize> sizes) =>
        Dictionary(Entry("CFBundlePrimaryIcon", Dictionary(Entry("CFBundleIconFiles", Texts(sizes.Select(size => size.BaseName).Distinct())))));

    private static IEnumerable<KeyValuePair<string, PlistValue>> UrlTypes(IosPlan plan)
    {
        if (plan.UrlSchemes.Count > 0)
            yield return Entry("CFBundleURLTypes", new PlistArray(Dictionary(Entry("CFBundleURLName", Text(plan.Id)), Entry("CFBundleURLSchemes", Texts(plan.UrlSchemes)))));
    }

    private static PlistDictionary Scenes => Dictionary(
        Entry("UIApplicationSupportsMultipleScenes", new PlistBoolean(false)),
        Entry("UISceneConfigurations", Dictionary(Entry(
            "UIWindowSceneSessionRoleApplication",
            new PlistArray(Dictionary(Entry("UISceneConfigurationName", Text("Default Configuration")), Entry("UISceneDelegateClassName", Text(SceneDelegate))))))));

    private static IReadOnlyList<string> OnPhone(Orientation orientation) => orientation switch
    {
        Orientation.Portrait => ["UIInterfaceOrientationPortrait"],
        Orientation.Landscape => ["UIInterfaceOrientationLandscapeLeft", "UIInterfaceOrientationLandscapeRight"],
        _ => ["UIInterfaceOrientationPortrait", "UIInterfaceOrientationLandscapeLeft", "UIInterfaceOrientationLandscapeRight"],
    };

    // iPads can be held with either end up, so portrait includes upside down.
    private static IReadOnlyList<string> OnPad(Orientation orientation) => orientation switch
    {
        Orientation.Landscape => OnPhone(orientation),
        var other => [.. OnPhone(other), "UIInterfaceOrientationPortraitUpsideDown"],
    };

    /// <summary>Apple's systems accept a version of at most three numbers without a suffix.</summary>
    private static string ShortVersion(string version) =>
        VersionText.Parse(version) is { } numbers ? string.Join('.', numbers.Take(3)) : version;

    private static KeyValuePair<string, PlistValue> Entry(string key, PlistValue value) => new(key, value);

    private static PlistDictionary Dictionary(params IEnumerable<KeyValuePair<string, PlistValue>> entries) => new(entries);

    private static PlistString Text(string value) => new(value);

    private static PlistArray Texts(IEnumerable<string> values) => new([.. values.Select(value => new PlistString(value))]);
}
