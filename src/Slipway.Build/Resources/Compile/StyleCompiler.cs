using System.Xml.Linq;
using Slipway.Build.Resources.Framework;
using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>Compiles styles: items by attribute, the parent by name or by the part of the style's name before the last dot.</summary>
internal sealed class StyleCompiler(Symbols symbols)
{
    public ResourceValue.Bag Compile(XElement element, DeclaredValue declared)
    {
        var items = new SortedDictionary<uint, BagItem>();
        foreach (var item in element.Elements("item"))
        {
            var compiled = CompileItem(item, SourcePlace.Of(declared.Place.File, item));
            items[compiled.Name] = compiled;
        }

        return new ResourceValue.Bag(Parent((string?)element.Attribute("parent"), declared), [.. items.Values]);
    }

    private uint Parent(string? parent, DeclaredValue declared)
    {
        if (parent is null)
        {
            var dot = declared.Name.LastIndexOf('.');
            parent = dot > 0 ? declared.Name[..dot] : "";
        }

        if (parent.Length == 0)
            return 0;

        var text = parent.TrimStart('@', '?').TrimStart('*');
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var package = colon > 0 ? text[..colon] : null;
        var name = text[(colon + 1)..];
        name = name.StartsWith("style/", StringComparison.Ordinal) ? name["style/".Length..] : name;
        return symbols.Find(package, "style", name) ?? throw declared.Place.Fault($"there is no style {parent}");
    }

    private BagItem CompileItem(XElement item, SourcePlace place)
    {
        var full = (string?)item.Attribute("name") ?? throw place.Fault("an item of a style has no name");
        var colon = full.IndexOf(':', StringComparison.Ordinal);
        var attribute = symbols.FindAttribute(colon > 0 ? full[..colon] : null, full[(colon + 1)..]) ?? throw place.Fault($"there is no attribute {full}");
        if (ResourceValueParser.Parse(item.Value, attribute.Formats, attribute.Values, symbols, place) is { } value)
            return new BagItem(attribute.Id, value);

        return (attribute.Formats & AttributeFormats.String) != 0
            ? new BagItem(attribute.Id, new TypedValue(TypedValueKind.String, 0, StringText.Of(item)))
            : throw place.Fault($"'{item.Value}' is not a value for the attribute {full}");
    }
}
