using System.Xml.Linq;
using Slipway.Formats.Axml;

namespace Slipway.Build.Resources.Manifest;

/// <summary>Defines which parts of a manifest config.xml may add, and when two elements are the same part.</summary>
internal static class ManifestParts
{
    private static readonly XNamespace Android = AxmlNamespace.Android;

    private static readonly Dictionary<string, HashSet<string>> Children = new(StringComparer.Ordinal)
    {
        ["manifest"] =
        [
            "uses-permission", "uses-permission-sdk-23", "uses-permission-sdk-m", "uses-feature", "uses-configuration", "supports-screens", "supports-gl-texture",
            "permission", "permission-group", "permission-tree", "queries",
        ],
        ["application"] = ["meta-data", "uses-library", "uses-native-library"],
        ["activity"] = ["meta-data", "intent-filter"],
        ["queries"] = ["package", "intent", "provider"],
    };

    /// <summary>Attributes that identify the app, or name code that it does not have.</summary>
    private static readonly HashSet<string> Fixed =
    [
        "package", "versionCode", "versionName", "debuggable", "exported", "name", "appComponentFactory", "backupAgent", "manageSpaceActivity", "parentActivityName",
        "zygotePreloadName", "minSdkVersion", "targetSdkVersion",
    ];

    /// <summary>Returns whether an element may be a child of another. Components may not, because the package does not contain their code.</summary>
    public static bool MayHold(XElement parent, string child) => Children.TryGetValue(parent.Name.LocalName, out var known) && known.Contains(child);

    /// <summary>Returns whether config.xml may change an attribute of an element of the shell's manifest.</summary>
    public static bool MayChange(string attribute) => !Fixed.Contains(attribute);

    /// <summary>
    /// Returns the key of an element: two elements with the same name and key are the same part. Null when every element is a part of its own.
    /// </summary>
    public static string? KeyOf(XElement element) => element.Name.LocalName switch
    {
        "queries" or "supports-screens" or "uses-configuration" or "application" or "manifest" => "",
        "intent-filter" or "intent" => null,
        "uses-feature" => (string?)element.Attribute(Android + "name") ?? (string?)element.Attribute(Android + "glEsVersion"),
        _ => (string?)element.Attribute(Android + "name") ?? (string?)element.Attribute(Android + "authorities"),
    };

    /// <summary>Returns whether an element is invalid without a key.</summary>
    public static bool NeedsKey(string name) => name is not ("intent-filter" or "intent" or "supports-gl-texture");
}
