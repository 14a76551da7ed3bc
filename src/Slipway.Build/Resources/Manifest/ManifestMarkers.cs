using System.Xml.Linq;

namespace Slipway.Build.Resources.Manifest;

/// <summary>
/// The <c>tools:…</c> attributes of an element, which control the merger (developer.android.com, "Manage manifest files", "Node markers" and
/// "Attribute markers").
/// </summary>
internal sealed record ManifestMarkers
{
    private const string Namespace = "http://schemas.android.com/tools";

    /// <summary>merge, merge-only-attributes, remove, removeAll, replace or strict.</summary>
    public string Node { get; private init; } = "merge";

    /// <summary>The library that the markers apply to; null for every lower-priority manifest.</summary>
    public string? Selector { get; private init; }

    /// <summary>Attributes of a lower-priority manifest that are dropped.</summary>
    public IReadOnlyList<string> Remove { get; private init; } = [];

    /// <summary>Attributes that may differ from those of a lower-priority manifest.</summary>
    public IReadOnlyList<string> Replace { get; private init; } = [];

    /// <summary>Attributes that must not differ from those of a lower-priority manifest.</summary>
    public IReadOnlyList<string> Strict { get; private init; } = [];

    /// <summary>Whether the merger does not know the node marker.</summary>
    public bool IsNodeUnknown => Node is not ("merge" or "merge-only-attributes" or "remove" or "removeAll" or "replace" or "strict");

    /// <summary>Reads the markers of an element.</summary>
    public static ManifestMarkers Of(XElement element)
    {
        var markers = element.Attributes().Where(IsMarker).ToLookup(a => a.Name.LocalName, a => a.Value.Trim(), StringComparer.Ordinal);
        return new ManifestMarkers
        {
            Node = markers["node"].FirstOrDefault() ?? "merge",
            Selector = markers["selector"].FirstOrDefault(),
            Remove = Names(markers["remove"]),
            Replace = Names(markers["replace"]),
            Strict = Names(markers["strict"]),
        };
    }

    /// <summary>Returns whether an attribute is for tools and not part of the manifest.</summary>
    public static bool IsMarker(XAttribute attribute) =>
        attribute.Name.NamespaceName == Namespace || attribute.Parent?.GetPrefixOfNamespace(attribute.Name.Namespace) == "tools";

    // Each name in the list has the prefix of the Android namespace.
    private static List<string> Names(IEnumerable<string> lists) =>
        [.. lists.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(name => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..])];
}
