using System.Xml.Linq;
using Slipway.Formats.Axml;

namespace Slipway.Build.Read.Android;

/// <summary>config.xml as Cordova documents it for Android.</summary>
internal sealed class AndroidDialect : CordovaDialect
{
    private static readonly XNamespace Android = AxmlNamespace.Android;

    /// <summary>Preferences of Cordova and of PhoneGap Build that are attributes of the manifest.</summary>
    private static readonly (string Name, string Target, string Element, string Attribute)[] OfManifest =
    [
        ("androidlaunchmode", "/manifest/application/activity", "activity", "launchMode"),
        ("android-windowsoftinputmode", "/manifest/application/activity", "activity", "windowSoftInputMode"),
        ("android-installlocation", "/manifest", "manifest", "installLocation"),
    ];

    private static readonly HashSet<string> Known =
    [
        "orientation", "fullscreen", "setfullscreen", "backgroundcolor", "scheme", "hostname", "android-minsdkversion", "android-targetsdkversion",
        .. OfManifest.Select(preference => preference.Name),
    ];

    private static readonly HashSet<string> OfIos = ["deployment-target", "target-device"];

    public override string Platform => "android";

    public override string IdAttribute => "android-packageName";

    public override string VersionCodeAttribute => "android-versionCode";

    public override string? OtherVersionCodeAttribute => "versionCode";

    public override IReadOnlySet<string> Preferences => Known;

    public override IReadOnlySet<string> PreferencesOfOthers => OfIos;

    public override bool Read(XElement element, CordovaAdditions into) => element.Name.LocalName switch
    {
        "config-file" => ReadChanges(element, into.FileOf(element, "target"), into.Text(element, "parent")?.Value ?? "/*", null, into),
        "edit-config" => ReadChanges(element, into.FileOf(element, "file"), into.Text(element, "target")?.Value ?? "", into.Text(element, "mode")?.Value ?? "merge", into),
        _ => false,
    };

    public override IEnumerable<ManifestChange> ChangesOf(IReadOnlyDictionary<string, Setting> preferences)
    {
        foreach (var (name, target, element, attribute) in OfManifest)
        {
            if (preferences.TryGetValue(name, out var setting) && setting.Value.Length > 0)
                yield return new ManifestChange(target, "merge", new XElement(element, new XAttribute(Android + attribute, setting.Value)), setting.Where);
        }
    }

    private static bool ReadChanges(XElement element, string file, string target, string? mode, CordovaAdditions into)
    {
        // Changes of Info.plist are for iOS.
        if (file.EndsWith("Info.plist", StringComparison.Ordinal))
            return true;
        if (!file.EndsWith("AndroidManifest.xml", StringComparison.Ordinal))
            return false;
        foreach (var child in element.Elements())
            into.Manifest.Add(new ManifestChange(target, mode, child, into.Place(child)));
        return true;
    }
}
