using System.Text.Json.Nodes;

namespace Slipway.Contract.Tests.Walk;

/// <summary>Compares schemas and all that they contain; a pair of named schemas is compared once.</summary>
internal sealed class SchemaWalk(ApiDescription expected, ApiDescription served, DifferenceList differences)
{
    private readonly HashSet<(string Expected, string Served)> _compared = [];

    public void Compare(string where, JsonNode? expectedSchema, JsonNode? servedSchema)
    {
        if (expectedSchema is null || servedSchema is null)
        {
            differences.Compare(where, "the schema", expectedSchema is null ? "absent" : "present", servedSchema is null ? "absent" : "present");
            return;
        }

        var one = SchemaShape.Read(expected, expectedSchema);
        var other = SchemaShape.Read(served, servedSchema);
        differences.Compare(where, "nullable", one.Nullable, other.Nullable);
        differences.Compare(where, "read-only", one.ReadOnly, other.ReadOnly);
        differences.Compare(where, "write-only", one.WriteOnly, other.WriteOnly);
        if (one.Name is null || other.Name is null || _compared.Add((one.Name, other.Name)))
            CompareContents(one.Name ?? where, one, other);
    }

    private void CompareContents(string where, SchemaShape one, SchemaShape other)
    {
        differences.Compare(where, "type", one.Type, other.Type);
        differences.Compare(where, "format", one.Format, other.Format);
        differences.Compare(where, "list of values", one.Values, other.Values);
        differences.Compare(where, "limit", one.Limit, other.Limit);
        differences.Compare(where, "open to other properties", one.Open, other.Open);
        differences.Match(where, "required", one.Required, other.Required);
        foreach (var name in differences.Match(where, "property", one.Properties.Keys, other.Properties.Keys))
            Compare($"{where}.{name}", one.Properties[name], other.Properties[name]);
        if (one.Items is not null || other.Items is not null)
            Compare($"{where}[]", one.Items, other.Items);
        if (one.OtherProperties is not null || other.OtherProperties is not null)
            Compare($"{where}.*", one.OtherProperties, other.OtherProperties);
    }
}
