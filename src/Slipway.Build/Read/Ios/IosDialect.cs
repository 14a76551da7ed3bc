using System.Xml.Linq;

namespace Slipway.Build.Read.Ios;

/// <summary>config.xml as Cordova documents it for iOS.</summary>
internal sealed class IosDialect : CordovaDialect
{
    private static readonly HashSet<string> Known =
    [
        "orientation", "fullscreen", "backgroundcolor", "hostname", "deployment-target", "target-device",
    ];

    /// <summary>The scheme is always <c>app</c> on iOS, because its web views do not let apps serve https.</summary>
    private static readonly HashSet<string> OfAndroid =
    [
        "scheme", "android-minsdkversion", "android-targetsdkversion", "setfullscreen", "androidlaunchmode", "android-windowsoftinputmode", "android-installlocation",
    ];

    public override string Platform => "ios";

    public override string IdAttribute => "ios-CFBundleIdentifier";

    public override string VersionCodeAttribute => "ios-CFBundleVersion";

    public override IReadOnlySet<string> Preferences => Known;

    public override IReadOnlySet<string> PreferencesOfOthers => OfAndroid;

    public override bool Read(XElement element, CordovaAdditions into) => element.Name.LocalName switch
    {
        "config-file" => ReadPlist(element, "target", "parent", into),
        "edit-config" => ReadPlist(element, "file", "target", into),
        "access" => ReadOrigin(element, "origin", into),
        "allow-navigation" => ReadOrigin(element, "href", into),
        _ => false,
    };

    private static bool ReadPlist(XElement element, string fileAttribute, string keyAttribute, CordovaAdditions into)
    {
        var file = into.FileOf(element, fileAttribute);
        // Changes of the Android manifest have no meaning here; they are ignored without a notice.
        if (file.EndsWith("AndroidManifest.xml", StringComparison.Ordinal))
            return true;
        if (!file.EndsWith("Info.plist", StringComparison.Ordinal) || into.Text(element, keyAttribute) is not { Value.Length: > 0 } key)
            return false;
        if (element.Elements().FirstOrDefault() is { } child && PlistFragment.Read(child) is { } value)
            into.InfoPlist.Add(new PlistSetting(key.Value, value, into.Place(element)));
        else
            into.Ignore($"<{element.Name.LocalName}>", element, key.Value);
        return true;
    }

    private static bool ReadOrigin(XElement element, string attribute, CordovaAdditions into)
    {
        if (into.Text(element, attribute) is not { Value.Length: > 0 } origin)
            return false;
        into.Origins.Add(origin);
        return true;
    }
}
