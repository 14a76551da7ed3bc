using Slipway.Formats.Arsc;

namespace Slipway.Formats.Axml;

/// <summary>An element or text of a binary XML document.</summary>
/// <param name="Line">Line of the source, or 0.</param>
public abstract record AxmlNode(int Line);

/// <summary>An element of a binary XML document.</summary>
/// <param name="Namespace">Its namespace, or null.</param>
/// <param name="Name">Its local name.</param>
/// <param name="Line">Line of the source, or 0.</param>
public sealed record AxmlElement(string? Namespace, string Name, int Line) : AxmlNode(Line)
{
    /// <summary>The namespaces that it declares.</summary>
    public List<AxmlNamespace> Namespaces { get; } = [];

    /// <summary>Its attributes; the writer sorts them.</summary>
    public List<AxmlAttribute> Attributes { get; } = [];

    /// <summary>Elements and text inside it.</summary>
    public List<AxmlNode> Children { get; } = [];

    /// <summary>Returns the attribute with this resource id, or null.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The attribute.</returns>
    public AxmlAttribute? Attribute(uint id) => Attributes.Find(attribute => attribute.ResourceId == id);

    /// <summary>Returns the attribute with this name in this namespace, or null.</summary>
    /// <param name="name">Local name.</param>
    /// <param name="space">Namespace; null for none.</param>
    /// <returns>The attribute.</returns>
    public AxmlAttribute? Attribute(string name, string? space = null) => Attributes.Find(attribute => attribute.Name == name && attribute.Namespace == space);

    /// <summary>Returns the child elements with this name.</summary>
    /// <param name="name">Local name.</param>
    /// <returns>The elements in document order.</returns>
    public IEnumerable<AxmlElement> Elements(string name) => Children.OfType<AxmlElement>().Where(child => child.Name == name);
}

/// <summary>Text between elements.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Line">Line of the source, or 0.</param>
public sealed record AxmlText(string Text, int Line) : AxmlNode(Line);

/// <summary>An attribute of an element.</summary>
/// <param name="Namespace">Its namespace, or null.</param>
/// <param name="Name">Its local name.</param>
/// <param name="ResourceId">Id of the attribute resource, by which the runtime finds attributes; 0 when it has none.</param>
/// <param name="RawText">The text as written; null when only the typed value is kept.</param>
/// <param name="Value">The typed value.</param>
public sealed record AxmlAttribute(string? Namespace, string Name, uint ResourceId, string? RawText, TypedValue Value);

/// <summary>A namespace that an element declares.</summary>
/// <param name="Prefix">Prefix, or empty.</param>
/// <param name="Uri">Name of the namespace.</param>
public sealed record AxmlNamespace(string Prefix, string Uri)
{
    /// <summary>The namespace of the framework's attributes.</summary>
    public const string Android = "http://schemas.android.com/apk/res/android";
}

/// <summary>
/// Orders the attributes of an element: by resource id, then those without an id by namespace and name. The runtime walks the ids of
/// a styleable and the attributes in parallel, so it misses an attribute that is out of order.
/// </summary>
internal sealed class AxmlAttributeOrder : IComparer<AxmlAttribute>
{
    public static AxmlAttributeOrder Instance { get; } = new();

    public int Compare(AxmlAttribute? x, AxmlAttribute? y)
    {
        if (x!.ResourceId != y!.ResourceId)
            return Rank(x).CompareTo(Rank(y));

        var spaces = string.CompareOrdinal(x.Namespace ?? "", y.Namespace ?? "");
        return spaces != 0 ? spaces : string.CompareOrdinal(x.Name, y.Name);
    }

    private static ulong Rank(AxmlAttribute attribute) => attribute.ResourceId == 0 ? ulong.MaxValue : attribute.ResourceId;
}
