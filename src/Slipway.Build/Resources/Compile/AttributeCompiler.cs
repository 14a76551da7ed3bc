using System.Xml.Linq;
using Slipway.Build.Resources.Framework;
using Slipway.Formats.Arsc;

namespace Slipway.Build.Resources.Compile;

/// <summary>Compiles attributes that an app defines: formats, limits, names of enums and flags.</summary>
internal static class AttributeCompiler
{
    public static AttributeDefinition Define(XElement element, SourcePlace place, uint id = 0)
    {
        var formats = (string?)element.Attribute("format") is { } text
            ? ParseFormats(text) ?? throw place.Fault($"'{text}' is not a format of attributes")
            : AttributeFormats.None;
        var values = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var symbol in element.Elements().Where(e => e.Name.LocalName is "enum" or "flag"))
        {
            formats |= symbol.Name.LocalName == "enum" ? AttributeFormats.Enum : AttributeFormats.Flags;
            var name = (string?)symbol.Attribute("name") ?? throw place.Fault("a value of an attribute has no name");
            var value = NumberText.Integer((string?)symbol.Attribute("value") ?? "") ?? throw place.Fault($"the value of '{name}' is not an integer");
            values[name] = value.Data;
        }

        return new AttributeDefinition(id, formats == AttributeFormats.None ? AttributeFormats.Any : formats, values);
    }

    public static AttributeFormats? ParseFormats(string text)
    {
        var formats = AttributeFormats.None;
        foreach (var name in text.Split('|', StringSplitOptions.TrimEntries))
        {
            AttributeFormats? format = name switch
            {
                "reference" => AttributeFormats.Reference,
                "string" => AttributeFormats.String,
                "integer" => AttributeFormats.Integer,
                "boolean" => AttributeFormats.Boolean,
                "color" => AttributeFormats.Color,
                "float" => AttributeFormats.Float,
                "dimension" => AttributeFormats.Dimension,
                "fraction" => AttributeFormats.Fraction,
                "enum" => AttributeFormats.Enum,
                "flags" => AttributeFormats.Flags,
                "any" => AttributeFormats.Any,
                _ => null,
            };
            if (format is null)
                return null;

            formats |= format.Value;
        }

        return formats;
    }

    public static ResourceValue.Bag Bag(AttributeDefinition definition, XElement element, Symbols symbols, SourcePlace place)
    {
        var items = new List<BagItem> { new(BagKey.Type, TypedValue.Integer((int)definition.Formats)) };
        AddLimit(items, BagKey.Min, (string?)element.Attribute("min"));
        AddLimit(items, BagKey.Max, (string?)element.Attribute("max"));
        items.AddRange(definition.Values
            .Select(value => new BagItem(symbols.Find(null, "id", value.Key) ?? throw place.Fault($"there is no id/{value.Key}"), TypedValue.Integer((int)value.Value)))
            .OrderBy(item => item.Name));
        return new ResourceValue.Bag(0, items);
    }

    private static void AddLimit(List<BagItem> items, uint key, string? text)
    {
        if (text is not null && NumberText.Integer(text) is { } value)
            items.Add(new BagItem(key, TypedValue.Integer((int)value.Data)));
    }
}

/// <summary>Names of items that are not attributes (<c>ResTable_map::ATTR_*</c>).</summary>
internal static class BagKey
{
    public const uint Type = 0x01000000;
    public const uint Min = 0x01000001;
    public const uint Max = 0x01000002;
    public const uint Other = 0x01000004;
    public const uint Zero = 0x01000005;
    public const uint One = 0x01000006;
    public const uint Two = 0x01000007;
    public const uint Few = 0x01000008;
    public const uint Many = 0x01000009;
    public const uint ArrayItem = 0x02000000;
}
