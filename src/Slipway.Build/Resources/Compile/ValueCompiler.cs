using System.Xml.Linq;
using Slipway.Build.Resources.Framework;
using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>Compiles a declared value to an entry of the table.</summary>
internal sealed class ValueCompiler(Symbols symbols)
{
    private static readonly Dictionary<string, AttributeFormats> FormatsOfKinds = new(StringComparer.Ordinal)
    {
        ["color"] = AttributeFormats.Color,
        ["dimen"] = AttributeFormats.Float | AttributeFormats.Fraction | AttributeFormats.Dimension,
        ["bool"] = AttributeFormats.Boolean,
        ["integer"] = AttributeFormats.Integer,
        ["fraction"] = AttributeFormats.Float | AttributeFormats.Fraction | AttributeFormats.Dimension,
        ["drawable"] = AttributeFormats.Color,
        ["string"] = AttributeFormats.String,
        ["string-array"] = AttributeFormats.String,
        ["integer-array"] = AttributeFormats.Integer,
    };

    public ResourceValue Compile(DeclaredValue declared) => declared switch
    {
        { Source: null } => new ResourceValue.Simple(TypedValue.Boolean(false)),
        { Type: "id", Source: { } source } => new ResourceValue.Simple(string.IsNullOrWhiteSpace(source.Value) ? TypedValue.Boolean(false) : Item(source, AttributeFormats.Reference, declared.Place)),
        { Type: "style", Source: { } source } => new StyleCompiler(symbols).Compile(source, declared),
        { Type: "attr", Source: { } source } => AttributeCompiler.Bag(AttributeCompiler.Define(source, declared.Place), source, symbols, declared.Place),
        { Type: "plurals", Source: { } source } => Plurals(source, declared.Place),
        { Type: "array", Source: { } source } => Array(source, declared.Place),
        { Source: { } source } => new ResourceValue.Simple(Item(source, FormatsOf(source, declared.Type), declared.Place)),
    };

    private static AttributeFormats FormatsOf(XElement element, string type) =>
        (string?)element.Attribute("format") is { } format ? AttributeCompiler.ParseFormats(format) ?? AttributeFormats.Any : FormatsOfKinds.GetValueOrDefault(type, AttributeFormats.Any);

    private TypedValue Item(XElement element, AttributeFormats formats, SourcePlace place)
    {
        var text = StringText.Of(element);
        var raw = element.Value;
        if (text.Spans.Count == 0 && ResourceValueParser.Parse(raw, formats & ~AttributeFormats.String, null, symbols, place) is { } value)
            return value;

        return (formats & AttributeFormats.String) != 0
            ? new TypedValue(TypedValueKind.String, 0, text)
            : throw place.Fault($"'{raw.Trim()}' is not a value for <{element.Name.LocalName}>");
    }

    private ResourceValue.Bag Plurals(XElement element, SourcePlace place)
    {
        var items = new List<BagItem>();
        foreach (var item in element.Elements("item"))
        {
            var key = (string?)item.Attribute("quantity") switch
            {
                "other" => BagKey.Other,
                "zero" => BagKey.Zero,
                "one" => BagKey.One,
                "two" => BagKey.Two,
                "few" => BagKey.Few,
                "many" => BagKey.Many,
                { } unknown => throw place.Fault($"'{unknown}' is not a quantity"),
                null => throw place.Fault("an item of plurals has no quantity"),
            };
            items.Add(new BagItem(key, Item(item, AttributeFormats.String, place)));
        }

        return new ResourceValue.Bag(0, [.. items.OrderBy(item => item.Name)]);
    }

    private ResourceValue.Bag Array(XElement element, SourcePlace place)
    {
        var formats = FormatsOf(element, element.Name.LocalName);
        return new ResourceValue.Bag(0, [.. element.Elements("item").Select((item, i) => new BagItem(BagKey.ArrayItem + (uint)i, Item(item, formats, place)))]);
    }
}
