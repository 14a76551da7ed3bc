using System.Xml.Linq;
using Slipway.Build.Resources.Framework;
using Slipway.Formats.Arsc;
using Slipway.Formats.Axml;

namespace Slipway.Build.Resources.Compile;

/// <summary>Turns an XML document (manifest, layout, drawable, ...) into binary XML with typed values.</summary>
internal sealed class XmlCompiler(Symbols symbols, string file)
{
    private const string AppResources = "http://schemas.android.com/apk/res-auto";
    private const string PackagePrefix = "http://schemas.android.com/apk/res/";
    private const string Tools = "http://schemas.android.com/tools";

    public AxmlElement Compile(XElement source)
    {
        var element = new AxmlElement(source.Name.NamespaceName is { Length: > 0 } space ? space : null, source.Name.LocalName, Place.LineOf(source));
        foreach (XAttribute attribute in source.Attributes())
        {
            if (attribute.IsNamespaceDeclaration)
            {
                DeclareNamespace(element, attribute);
            }
            else if (attribute.Name.NamespaceName != Tools)
            {
                element.Attributes.Add(CompileAttribute(attribute));
            }
        }

        foreach (XNode node in source.Nodes())
        {
            if (node is XElement child)
            {
                element.Children.Add(Compile(child));
            }
            else if (node is XText text && !string.IsNullOrWhiteSpace(text.Value))
            {
                element.Children.Add(new AxmlText(text.Value.Trim(), Place.LineOf(text)));
            }
        }

        return element;
    }

    private static void DeclareNamespace(AxmlElement element, XAttribute declaration)
    {
        if (declaration.Value != Tools && declaration.Value.Length > 0)
        {
            element.Namespaces.Add(new AxmlNamespace(declaration.Name.Namespace == XNamespace.None ? "" : declaration.Name.LocalName, declaration.Value));
        }
    }

    private AxmlAttribute CompileAttribute(XAttribute attribute)
    {
        string name = attribute.Name.LocalName;
        string space = attribute.Name.NamespaceName;
        Place place = Place.Of(file, attribute.Parent!);
        if (space.Length == 0 || PackageOf(space) is not { } package)
        {
            TypedValue? reference = ReferenceText.Parse(attribute.Value)?.Resolve(symbols, place);
            return new AxmlAttribute(space.Length == 0 ? null : space, name, 0, reference is null ? attribute.Value : null, reference ?? TypedValue.String(attribute.Value));
        }

        AttributeDefinition definition = symbols.FindAttribute(package.Length == 0 ? null : package, name) ?? throw place.Fault($"there is no attribute {(package.Length == 0 ? "" : package + ":")}{name}");
        if (ValueText.Parse(attribute.Value, definition.Formats, definition.Values, symbols, place) is { } value)
        {
            return new AxmlAttribute(space, name, definition.Id, null, value);
        }

        if ((definition.Formats & AttributeFormats.String) == 0)
        {
            throw place.Fault($"'{attribute.Value}' is not a value for the attribute {name}");
        }

        return new AxmlAttribute(space, name, definition.Id, attribute.Value, TypedValue.String(StringText.Unescape(attribute.Value)));
    }

    /// <summary>The package whose attributes a namespace names: empty for the app's own, null when it names none.</summary>
    private static string? PackageOf(string space) =>
        space == AppResources ? "" : space.StartsWith(PackagePrefix, StringComparison.Ordinal) ? space[PackagePrefix.Length..] : null;
}
