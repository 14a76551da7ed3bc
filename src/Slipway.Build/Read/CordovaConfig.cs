using Slipway.Build.Read.Android;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>What a config.xml says that matters for one platform.</summary>
public sealed record CordovaConfig
{
    /// <summary>Path of the file within what was given.</summary>
    public required string File { get; init; }

    /// <summary>Folder of the Cordova project within what was given; empty for that itself.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The id for the platform, or else that of the widget.</summary>
    public Setting? Id { get; init; }

    /// <summary>The version of the widget.</summary>
    public Setting? Version { get; init; }

    /// <summary>android-versionCode or ios-CFBundleVersion.</summary>
    public Setting? VersionCode { get; init; }

    /// <summary>The text of name.</summary>
    public Setting? Name { get; init; }

    /// <summary>Texts of the names with a language, by that language (BCP 47).</summary>
    public IReadOnlyDictionary<string, string> LocalisedNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The attribute short of name.</summary>
    public Setting? ShortName { get; init; }

    /// <summary>The start page.</summary>
    public Setting? Content { get; init; }

    /// <summary>Icons that are not for another platform.</summary>
    public required IReadOnlyList<CordovaIcon> Icons { get; init; }

    /// <summary>Changes of the manifest of Android, in their order.</summary>
    public IReadOnlyList<ManifestChange> ManifestChanges { get; init; } = [];

    /// <summary>Additions to Info.plist, in their order.</summary>
    public IReadOnlyList<PlistSetting> InfoPlist { get; init; } = [];

    /// <summary>Addresses that the app may load from: access and allow-navigation.</summary>
    public IReadOnlyList<Setting> Origins { get; init; } = [];

    /// <summary>The language of what is not translated: xml:lang or defaultlocale of the widget.</summary>
    public Setting? Language { get; init; }

    /// <summary>By name in lower case; those of the platform win over the general ones.</summary>
    public required IReadOnlyDictionary<string, Setting> Preferences { get; init; }

    /// <summary>What the file says and this build does not heed.</summary>
    public required IReadOnlyList<Problem> Ignored { get; init; }
}
