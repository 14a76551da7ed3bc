namespace Slipway.Formats.Axml;

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
