using System.Xml.Linq;
using Slipway.Build.Resources.Framework;
using Slipway.Formats.Arsc;
using Slipway.Formats.Axml;

namespace Slipway.Build.Resources.Compile;

/// <summary>Compiles an XML document (manifest, layout, drawable, ...) to binary XML with typed values.</summary>
internal sealed class XmlCompiler(Symbols symbols, string file)
{
    private const string AppResources = "http://schemas.android.com/apk/res-auto";
    private const string PackagePrefix = "http://schemas.android.com/apk/res/";
    private const string Tools = "http://schemas.android.com/tools";

    public AxmlElement Compile(XElement source)
    {
        var element = new AxmlElement(source.Name.NamespaceName is { Length: > 0 } space ? space : null, source.Name.LocalName, SourcePlace.LineOf(source));
        foreach (var attribute in source.Attributes())
        {
            if (attribute.IsNamespaceDeclaration)
                DeclareNamespace(element, attribute);
            else if (attribute.Name.NamespaceName != Tools)
                element.Attributes.Add(CompileAttribute(attribute));
        }

        foreach (var node in source.Nodes())
        {
            if (node is XElement child)
                element.Children.Add(Compile(child));
            else if (node is XText text && !string.IsNullOrWhiteSpace(text.Value))
                element.Children.Add(new AxmlText(StringText.Collapse(text.Value), SourcePlace.LineOf(text)));
        }

        return element;
    }

    private static void DeclareNamespace(AxmlElement element, XAttribute declaration)
    {
        if (declaration.Value != Tools && declaration.Value.Length > 0)
            element.Namespaces.Add(new AxmlNamespace(declaration.Name.Namespace == XNamespace.None ? "" : declaration.Name.LocalName, declaration.Value));
    }

    private AxmlAttribute CompileAttribute(XAttribute attribute)
    {
        var name = attribute.Name.LocalName;
        var space = attribute.Name.NamespaceName;
        var place = SourcePlace.Of(file, attribute.Parent!);
        if (space.Length == 0 || PackageOf(space) is not { } package)
        {
            // Such an attribute has no definition, so any text that looks like a typed value becomes one.
            var guess = ResourceValueParser.Parse(attribute.Value, AttributeFormats.Any & ~AttributeFormats.String, null, symbols, place);
            return guess is { } value ? new AxmlAttribute(space.Length == 0 ? null : space, name, 0, null, value) : Text(attribute, space, 0);
        }

        var definition = symbols.FindAttribute(package.Length == 0 ? null : package, name) ?? throw place.Fault($"there is no attribute {(package.Length == 0 ? "" : package + ":")}{name}");
        if (ResourceValueParser.Parse(attribute.Value, definition.Formats, definition.Values, symbols, place) is { } typed)
            return new AxmlAttribute(space, name, definition.Id, null, typed);

        if ((definition.Formats & AttributeFormats.String) == 0)
            throw place.Fault($"'{attribute.Value}' is not a value for the attribute {name}");

        return Text(attribute, space, definition.Id);
    }

    private static AxmlAttribute Text(XAttribute attribute, string space, uint id)
    {
        var text = StringText.Unescape(attribute.Value);
        return new AxmlAttribute(space.Length == 0 ? null : space, attribute.Name.LocalName, id, text, TypedValue.String(text));
    }

    /// <summary>Returns the package whose attributes are in a namespace: empty for the app's own, null for a namespace without attributes.</summary>
    private static string? PackageOf(string space) =>
        space == AppResources ? "" : space.StartsWith(PackagePrefix, StringComparison.Ordinal) ? space[PackagePrefix.Length..] : null;
}
