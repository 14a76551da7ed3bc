using System.Globalization;
using System.Xml.Linq;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Manifest;
using Slipway.Formats.Axml;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Resources;

/// <summary>Makes the manifest of an app with the shell's single activity.</summary>
internal static class AppManifest
{
    /// <summary>Configuration changes that the page handles itself, so that turning or resizing never reloads it.</summary>
    private const string ConfigChanges =
        "orientation|screenSize|smallestScreenSize|screenLayout|keyboard|keyboardHidden|navigation|uiMode|density|locale|layoutDirection|fontScale";

    private static readonly XNamespace Android = AxmlNamespace.Android;

    /// <summary>Returns the manifest with the changes that config.xml requests.</summary>
    public static XElement Document(AndroidResourceInput input, ICollection<Problem> notices)
    {
        var manifest = new XDocument(OfShell(input));
        new ManifestMerger(manifest, input.Package, notices).Apply(input.ManifestChanges);
        return Arrange(manifest.Root!);
    }

    private static XElement OfShell(AndroidResourceInput input) => new(
        "manifest",
        new XAttribute(XNamespace.Xmlns + "android", Android),
        new XAttribute("package", input.Package),
        Attribute("versionCode", input.VersionCode.ToString(CultureInfo.InvariantCulture)),
        Attribute("versionName", Literal(input.VersionName)),
        new XElement("uses-sdk", Attribute("minSdkVersion", Number(input.MinSdk)), Attribute("targetSdkVersion", Number(input.TargetSdk))),
        input.Permissions.Append("android.permission.INTERNET").Distinct(StringComparer.Ordinal).Select(name => new XElement("uses-permission", Attribute("name", name))),
        Application(input));

    // Permissions are ordered by name, and the application comes last.
    private static XElement Arrange(XElement manifest)
    {
        var features = manifest.Elements("uses-feature").Select(NameOf).ToHashSet(StringComparer.Ordinal);
        var permissions = manifest.Elements().Where(e => e.Name.LocalName.StartsWith("uses-permission", StringComparison.Ordinal)).OrderBy(NameOf, StringComparer.Ordinal).ToList();
        var optional = permissions.SelectMany(permission => ImpliedFeatures(NameOf(permission))).Distinct().Where(name => !features.Contains(name));
        return new XElement(
            manifest.Name,
            manifest.Attributes(),
            manifest.Elements("uses-sdk"),
            permissions,
            optional.Select(name => new XElement("uses-feature", Attribute("name", name), Attribute("required", "false"))),
            manifest.Elements().Where(e => e.Name.LocalName is not ("uses-sdk" or "application") && !permissions.Contains(e)),
            manifest.Elements("application"));
    }

    private static string NameOf(XElement element) => (string?)element.Attribute(Android + "name") ?? "";

    /// <summary>
    /// Returns the features that a permission implies. Stores hide the app from devices without them unless the manifest declares them optional.
    /// </summary>
    private static IEnumerable<string> ImpliedFeatures(string permission) => permission switch
    {
        "android.permission.CAMERA" => ["android.hardware.camera", "android.hardware.camera.autofocus"],
        "android.permission.RECORD_AUDIO" => ["android.hardware.microphone"],
        "android.permission.ACCESS_FINE_LOCATION" => ["android.hardware.location", "android.hardware.location.gps"],
        "android.permission.ACCESS_COARSE_LOCATION" => ["android.hardware.location.network"],
        _ => (string[])[],
    };

    private static XElement Application(AndroidResourceInput input) => new(
        "application",
        Attribute("label", "@string/app_name"),
        Attribute("icon", "@mipmap/ic_launcher"),
        Attribute("roundIcon", "@mipmap/ic_launcher_round"),
        Attribute("theme", "@style/Theme.App"),
        Attribute("allowBackup", "true"),
        Attribute("fullBackupContent", "@xml/backup_rules"),
        Attribute("dataExtractionRules", "@xml/data_extraction_rules"),
        Attribute("supportsRtl", "true"),
        Attribute("extractNativeLibs", "false"),
        Attribute("hardwareAccelerated", "true"),
        Attribute("enableOnBackInvokedCallback", "true"),
        Attribute("usesCleartextTraffic", input.CleartextTraffic ? "true" : "false"),
        input.Debuggable ? Attribute("debuggable", "true") : null,
        Activity(input),
        Provider(input));

    private static XElement Activity(AndroidResourceInput input) => new(
        "activity",
        Attribute("name", input.Activity),
        Attribute("label", "@string/app_name"),
        Attribute("exported", "true"),
        Attribute("launchMode", "singleTop"),
        Attribute("configChanges", ConfigChanges),
        Attribute("windowSoftInputMode", "adjustResize"),
        Attribute("resizeableActivity", "true"),
        (input.ScreenOrientation ?? OrientationOf(input.Orientation)) is { } orientation ? Attribute("screenOrientation", orientation) : null,
        new XElement(
            "intent-filter",
            new XElement("action", Attribute("name", "android.intent.action.MAIN")),
            new XElement("category", Attribute("name", "android.intent.category.LAUNCHER"))));

    private static XElement? Provider(AndroidResourceInput input) => input.CaptureProvider is not { } name ? null : new XElement(
        "provider",
        Attribute("name", name),
        Attribute("authorities", input.Package + ".slipway.capture"),
        Attribute("exported", "false"),
        Attribute("grantUriPermissions", "true"));

    private static string? OrientationOf(Orientation orientation) => orientation switch
    {
        Orientation.Portrait => "sensorPortrait",
        Orientation.Landscape => "sensorLandscape",
        _ => null,
    };

    private static XAttribute Attribute(string name, string value) => new(Android + name, value);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A version may look like a number or contain a backslash; this keeps it text.</summary>
    private static string Literal(string text) => AppValues.Escape(text);
}
