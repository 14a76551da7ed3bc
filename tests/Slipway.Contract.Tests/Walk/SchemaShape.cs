using System.Text.Json.Nodes;

namespace Slipway.Contract.Tests.Walk;

/// <summary>What a schema allows, in one form for all the ways in which OpenAPI 3.0 and 3.1 write it.</summary>
internal sealed class SchemaShape
{
    private static readonly string[] Limits =
    [
        "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "const",
    ];

    // A reference that carries more than these is no longer the schema of that name.
    private static readonly string[] Notes =
        ["$ref", "allOf", "anyOf", "oneOf", "nullable", "readOnly", "writeOnly", "title", "description", "example", "deprecated", "default"];

    private readonly ApiDescription _document;
    private readonly SortedSet<string> _types = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _limits = new(StringComparer.Ordinal);
    private SortedSet<string>? _values;

    private SchemaShape(ApiDescription document) => _document = document;

    /// <summary>The name under which the document defines the schema, if it has one.</summary>
    public string? Name { get; private set; }

    public bool Nullable { get; private set; }

    public bool ReadOnly { get; private set; }

    public bool WriteOnly { get; private set; }

    public string? Format { get; private set; }

    /// <summary>False when properties that are not named are refused.</summary>
    public bool Open { get; private set; } = true;

    public JsonObject? OtherProperties { get; private set; }

    public JsonObject? Items { get; private set; }

    public SortedDictionary<string, JsonObject> Properties { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Required { get; } = new(StringComparer.Ordinal);

    public string? Values => _values is null ? null : string.Join('|', _values);

    public string? Limit => _limits.Count == 0 ? null : string.Join(' ', _limits);

    // A list of strings needs no type beside it.
    public string Type => _types.Count > 0 ? string.Join('|', _types) : _values is null ? "anything" : "string";

    public static SchemaShape Read(ApiDescription document, JsonNode schema)
    {
        var shape = new SchemaShape(document);
        shape.Name = shape.Add(schema);
        return shape;
    }

    private string? Add(JsonNode node)
    {
        var written = node.AsObject();
        var schema = _document.Resolve(written, out var name);
        if (name is null && written.Select(p => p.Key).All(Notes.Contains))
            name = AddParts(schema);
        else
            AddParts(schema);
        AddNotes(schema);
        if (!ReferenceEquals(written, schema))
            AddNotes(written);
        AddTypes(schema);
        AddContents(schema);
        return name;
    }

    private string? AddParts(JsonObject schema)
    {
        string? name = null;
        foreach (var part in schema["allOf"] as JsonArray ?? [])
            name = Add(part!);
        foreach (var keyword in new[] { "anyOf", "oneOf" })
        {
            var choices = (schema[keyword] as JsonArray ?? []).Select(c => c!.AsObject()).ToList();
            Nullable |= choices.RemoveAll(IsNull) > 0;
            if (choices is [var only])
                name = Add(only);
            else if (choices.Count > 1)
                _types.Add($"{keyword} of {choices.Count}");
        }

        return schema["allOf"] is JsonArray { Count: > 1 } ? null : name;
    }

    private void AddNotes(JsonObject schema)
    {
        Nullable |= Says(schema, "nullable");
        ReadOnly |= Says(schema, "readOnly");
        WriteOnly |= Says(schema, "writeOnly");
    }

    private void AddTypes(JsonObject schema)
    {
        foreach (var type in schema["type"] is JsonArray many ? many : schema["type"] is { } one ? [one.DeepClone()] : new JsonArray())
        {
            if (type!.GetValue<string>() == "null")
                Nullable = true;
            else
                _types.Add(type.GetValue<string>());
        }

        if (schema["enum"] is not JsonArray list)
            return;
        _values = new SortedSet<string>(list.OfType<JsonNode>().Select(v => v.ToString()), StringComparer.Ordinal);
        Nullable |= list.Contains(null);
    }

    private void AddContents(JsonObject schema)
    {
        Format = schema["format"]?.GetValue<string>() ?? Format;
        Items = schema["items"]?.AsObject() ?? Items;
        Required.UnionWith((schema["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()));
        foreach (var (key, value) in schema["properties"] as JsonObject ?? [])
            Properties[key] = value!.AsObject();
        _limits.UnionWith(Limits.Where(schema.ContainsKey).Select(limit => $"{limit}={schema[limit]!.ToJsonString()}"));
        if (schema["additionalProperties"] is JsonObject others)
            OtherProperties = others;
        else if (schema["additionalProperties"] is { } allowed)
            Open = allowed.GetValue<bool>();
    }

    private static bool IsNull(JsonObject schema) => schema["type"] is JsonValue type && type.GetValue<string>() == "null";

    private static bool Says(JsonObject schema, string keyword) => schema[keyword]?.GetValue<bool>() == true;
}
