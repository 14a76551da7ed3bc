using Slipway.Build.Read.Android;
using Slipway.Formats.Plist;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>The settings of a config.xml for one platform.</summary>
public sealed record CordovaConfig
{
    /// <summary>Path of the file within the app as given.</summary>
    public required string File { get; init; }

    /// <summary>Folder of the Cordova project within the app as given; empty when the project is at the top.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The id for the platform; the id of the widget when there is none.</summary>
    public Setting? Id { get; init; }

    /// <summary>The version of the widget.</summary>
    public Setting? Version { get; init; }

    /// <summary>android-versionCode or ios-CFBundleVersion.</summary>
    public Setting? VersionCode { get; init; }

    /// <summary>The text of name.</summary>
    public Setting? Name { get; init; }

    /// <summary>Names by language (BCP 47), from the name elements that have one.</summary>
    public IReadOnlyDictionary<string, string> LocalisedNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The attribute short of name.</summary>
    public Setting? ShortName { get; init; }

    /// <summary>The start page.</summary>
    public Setting? Content { get; init; }

    /// <summary>Icons that are not for another platform.</summary>
    public required IReadOnlyList<CordovaIcon> Icons { get; init; }

    /// <summary>Changes of the Android manifest, in the order of the file.</summary>
    public IReadOnlyList<ManifestChange> ManifestChanges { get; init; } = [];

    /// <summary>Additions to Info.plist, in the order of the file.</summary>
    public IReadOnlyList<PlistSetting> InfoPlist { get; init; } = [];

    /// <summary>Addresses that the app may load from: access and allow-navigation.</summary>
    public IReadOnlyList<Setting> Origins { get; init; } = [];

    /// <summary>Language of texts that are not translated: xml:lang or defaultlocale of the widget.</summary>
    public Setting? Language { get; init; }

    /// <summary>Preferences by name in lower case; those of the platform override the general ones.</summary>
    public required IReadOnlyDictionary<string, Setting> Preferences { get; init; }

    /// <summary>Notices of settings that a build ignores.</summary>
    public required IReadOnlyList<Problem> Ignored { get; init; }
}

/// <summary>An icon element of config.xml.</summary>
/// <param name="Source">Path of the picture, as written.</param>
/// <param name="Foreground">Front layer of an adaptive icon.</param>
/// <param name="Background">Back layer: a picture or a colour.</param>
/// <param name="Monochrome">Layer for themed icons.</param>
/// <param name="Size">Pixels a side as declared by width, height or density; 0 when not declared.</param>
/// <param name="OfPlatform">True when the element is inside the <c>platform</c> element of the built platform.</param>
/// <param name="Where">Line of the element.</param>
public sealed record CordovaIcon(string? Source, string? Foreground, string? Background, string? Monochrome, int Size, bool OfPlatform, string Where);

/// <summary>An entry for Info.plist as the app's author wrote it, with its place.</summary>
/// <param name="Key">For example <c>NSCameraUsageDescription</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Where">For example <c>config.xml:12</c>.</param>
public sealed record PlistSetting(string Key, PlistValue Value, string Where);

/// <summary>A value as the app's author wrote it, with its place, to which problems point.</summary>
/// <param name="Value">The text, trimmed.</param>
/// <param name="Where">For example <c>config.xml:12</c> or <c>--id</c>.</param>
public sealed record Setting(string Value, string Where);
