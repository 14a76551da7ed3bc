using System.Text.Json;

namespace Slipway.Server.Tests.Requests.Hostile;

/// <summary>Makes bodies from the description of the service: one that is as described, and from it many that are not.</summary>
/// <param name="document">The description.</param>
internal sealed class RequestSchemas(JsonElement document)
{
    private const string Text = "\"x\"";
    private static readonly string Nested = new string('[', 200) + new string(']', 200);

    /// <summary>A body as the schema describes it.</summary>
    public string Sample(JsonElement schema)
    {
        var (plain, _) = Plain(schema);
        if (plain.TryGetProperty("enum", out var values))
            return values[0].GetRawText();
        return KindOf(plain) switch
        {
            "object" when plain.TryGetProperty("additionalProperties", out var member) && member.ValueKind == JsonValueKind.Object => $$"""{"a":{{Sample(member)}}}""",
            "object" => Join(Properties(plain).Select(property => (property.Name, Sample(property.Value)))),
            "array" => $"[{Sample(plain.GetProperty("items"))}]",
            "integer" or "number" => "1",
            "boolean" => "false",
            "string" => plain.TryGetProperty("format", out var format) ? format.GetString() switch
            {
                "uuid" => "\"0193f3a0-0000-7000-8000-000000000001\"",
                "byte" => "\"AAAA\"",
                "date-time" => "\"2026-01-01T00:00:00Z\"",
                _ => Text,
            }
            : Text,
            _ => "{}",
        };
    }

    /// <summary>Bodies that differ from the description in one place.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="takesNull">Is null as good as left out, whatever the description says?</param>
    public IEnumerable<Poison> Poisons(JsonElement schema, bool takesNull)
    {
        var (plain, isNullable) = Plain(schema);
        if (!isNullable)
            yield return new Poison("null", "null", !takesNull);
        foreach (var poison in plain.TryGetProperty("enum", out var values) ? OfEnum(values) : OfKind(plain, takesNull))
            yield return poison;
    }

    private IEnumerable<Poison> OfKind(JsonElement plain, bool takesNull) => KindOf(plain) switch
    {
        "object" when plain.TryGetProperty("additionalProperties", out var member) && member.ValueKind == JsonValueKind.Object =>
            Others("[]", "1", Text).Append(new Poison("null in a dictionary", """{"a":null}""", true)).Concat(Poisons(member, takesNull).Select(p => p with { Json = $$"""{"a":{{p.Json}}}""" })),
        "object" => OfObject(plain, takesNull),
        "array" => OfArray(plain.GetProperty("items"), takesNull),
        "integer" => Others("\"1\"", "1.5", "1e400", "99999999999999999999", "true", "{}", "[1]").Concat(Odd("-1", "0", "2147483647")),
        "number" => Others("\"1\"", "true", "{}").Concat(Odd("-1", "1e400")),
        "boolean" => Others("\"true\"", "1", "{}"),
        "string" => Others("1", "true", "{}", "[\"x\"]", "\"\\ud800\"", Nested).Concat(Odd("\"\"", "\"\\u0000\"", "\"a\\r\\nb\"", $"\"{new string('x', 100_000)}\"")),
        _ => [],
    };

    private IEnumerable<Poison> OfObject(JsonElement plain, bool takesNull)
    {
        var properties = Properties(plain).Select(property => (property.Name, Json: Sample(property.Value), Schema: property.Value)).ToList();
        var all = properties.Select(property => (property.Name, property.Json)).ToList();
        foreach (var other in Others("[]", "1", Text, Nested))
            yield return other;
        yield return new Poison("a property that is not known", Join([.. all, ("expiresInDay", "1")]), true);
        foreach (var (name, json, schema) in properties)
        {
            yield return new Poison($"{name} twice", Join([.. all, (name, json)]), true);
            foreach (var poison in Poisons(schema, takesNull))
                yield return poison with { What = $"{name}: {poison.What}", Json = Join(all.Select(property => property.Name == name ? (name, poison.Json) : property)) };
        }

        foreach (var required in plain.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(name => name.GetString()!) : [])
            yield return new Poison($"without {required}", Join(all.Where(property => property.Name != required)), true);
    }

    private IEnumerable<Poison> OfArray(JsonElement items, bool takesNull)
    {
        var sample = Sample(items);
        foreach (var other in Others("{}", "1", Text))
            yield return other;
        foreach (var list in new[] { "[null]", $"[null,{sample}]", $"[{sample},null]", $"[{sample},null,{sample}]" })
            yield return new Poison("null in a list", list, true);
        // What null in a list is worth has just been said.
        foreach (var poison in Poisons(items, takesNull).Where(poison => poison.Json != "null"))
            yield return poison with { What = $"in a list, {poison.What}", Json = $"[{poison.Json}]" };
    }

    private static IEnumerable<Poison> OfEnum(JsonElement values)
    {
        var names = values.EnumerateArray().Select(value => value.GetString()).ToList();
        return Others($"\"{names[0]},{names[^1]}\"", $"\"{names[0]}, {names[^1]}\"", $"\" {names[0]}\"", $"\"{names[0]} \"", "\"0\"", "\"+1\"", "\" 1\"", "0", "1", "-1", "\"\"", "\"nothing\"", "true", "{}", $"[\"{names[0]}\"]");
    }

    private static IEnumerable<Poison> Others(params string[] values) => values.Select(json => new Poison(Shown(json), json, true));

    private static IEnumerable<Poison> Odd(params string[] values) => values.Select(json => new Poison(Shown(json), json, false));

    private static string Shown(string json) => json.Length > 40 ? json[..40] + "..." : json;

    private static string Join(IEnumerable<(string Name, string Json)> properties) => "{" + string.Join(',', properties.Select(property => $"\"{property.Name}\":{property.Json}")) + "}";

    private static IEnumerable<JsonProperty> Properties(JsonElement plain) => plain.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : [];

    private static string KindOf(JsonElement plain) => plain.TryGetProperty("type", out var type)
        ? type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(kind => kind.GetString()!).First(kind => kind != "null") : type.GetString()!
        : "";

    private (JsonElement Schema, bool IsNullable) Plain(JsonElement schema)
    {
        var isNullable = schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(kind => kind.GetString() == "null");
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            isNullable = choices.EnumerateArray().Any(IsNull);
            schema = choices.EnumerateArray().First(choice => !IsNull(choice));
        }

        while (schema.TryGetProperty("$ref", out var reference))
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        return (schema, isNullable);

        static bool IsNull(JsonElement choice) => choice.TryGetProperty("type", out var kind) && kind.ValueKind == JsonValueKind.String && kind.GetString() == "null";
    }
}
