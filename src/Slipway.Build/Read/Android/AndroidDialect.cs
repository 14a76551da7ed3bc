using System.Xml.Linq;

namespace Slipway.Build.Read.Android;

/// <summary>config.xml as Cordova documents it for Android.</summary>
internal sealed class AndroidDialect : CordovaDialect
{
    private static readonly HashSet<string> Known =
    [
        "orientation", "fullscreen", "backgroundcolor", "scheme", "hostname", "android-minsdkversion", "android-targetsdkversion",
    ];

    private static readonly HashSet<string> OfIos = ["deployment-target", "target-device"];

    public override string Platform => "android";

    public override string IdAttribute => "android-packageName";

    public override string VersionCodeAttribute => "android-versionCode";

    public override IReadOnlySet<string> Preferences => Known;

    public override IReadOnlySet<string> PreferencesOfOthers => OfIos;

    public override bool Read(XElement element, CordovaAdditions into)
    {
        if (element.Name.LocalName is not ("config-file" or "edit-config"))
            return false;
        var target = into.Text(element, element.Name.LocalName == "config-file" ? "target" : "file")?.Value ?? "";
        // What belongs into Info.plist is for iOS.
        if (target.EndsWith("Info.plist", StringComparison.Ordinal))
            return true;
        if (element.Name.LocalName != "config-file" || !target.EndsWith("AndroidManifest.xml", StringComparison.Ordinal))
            return false;
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName == "uses-permission" && into.Text(child, "name") is { } name)
                into.Permissions.Add(name);
            else
                into.Ignore("<config-file>", child, $"<{child.Name.LocalName}>");
        }

        return true;
    }
}
