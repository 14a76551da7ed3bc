using System.Xml.Linq;
using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>Reads the resources that a values file declares.</summary>
internal sealed class ValuesFile(string path, ResourceConfiguration configuration, ISet<(string Type, string Name)> publics)
{
    private readonly List<DeclaredValue> _declared = [];

    public static IReadOnlyList<DeclaredValue> Read(string path, ResourceConfiguration configuration, XElement root, ISet<(string Type, string Name)> publics)
    {
        var file = new ValuesFile(path, configuration, publics);
        if (root.Name.LocalName != "resources")
            throw SourcePlace.Of(path, root).Fault("the root element is not <resources>");

        foreach (var element in root.Elements().Where(e => e.Name.NamespaceName.Length == 0))
            file.Read(element);

        return file._declared;
    }

    private void Read(XElement element)
    {
        var kind = element.Name.LocalName;
        switch (kind)
        {
            case "eat-comment" or "skip" or "public-group" or "overlayable" or "java-symbol" or "symbol":
                break;
            case "public":
                publics.Add((Required(element, "type"), Required(element, "name")));
                break;
            case "item":
                Add(Required(element, "type"), element);
                break;
            case "array" or "string-array" or "integer-array":
                Add("array", element);
                break;
            case "string" or "color" or "dimen" or "bool" or "integer" or "fraction" or "drawable" or "id" or "style" or "plurals":
                Add(kind, element);
                break;
            case "attr":
                AddAttribute(element);
                break;
            case "declare-styleable":
                foreach (var attribute in element.Elements("attr").Where(IsOwnDefinition))
                    AddAttribute(attribute);

                break;
            default:
                throw SourcePlace.Of(path, element).Fault($"the element <{kind}> is not known in a values file");
        }
    }

    private static bool IsOwnDefinition(XElement attribute) =>
        ((string?)attribute.Attribute("name"))?.Contains(':', StringComparison.Ordinal) == false
        && (attribute.Attribute("format") is not null || attribute.HasElements || attribute.Parent!.Parent!.Descendants("attr").All(other => other == attribute || (string?)other.Attribute("name") != (string?)attribute.Attribute("name")));

    private void AddAttribute(XElement element)
    {
        Add("attr", element);
        foreach (var symbol in element.Elements().Where(e => e.Name.LocalName is "enum" or "flag"))
            _declared.Add(new DeclaredValue("id", Required(symbol, "name"), ResourceConfiguration.Any, null, SourcePlace.Of(path, symbol)));
    }

    private void Add(string type, XElement element)
    {
        // Products are variants of a whole system image; an app has only the default product.
        if ((string?)element.Attribute("product") is null or "default" or "")
            _declared.Add(new DeclaredValue(type, Required(element, "name"), configuration, element, SourcePlace.Of(path, element)));
    }

    private string Required(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) is { Length: > 0 } value ? value : throw SourcePlace.Of(path, element).Fault($"<{element.Name.LocalName}> has no {attribute}");
}
