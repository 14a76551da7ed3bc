using System.Text.Json.Nodes;

namespace Slipway.Contract.Tests.Walk;

/// <summary>Walks every operation of an expected description and lists where a served one departs from it.</summary>
/// <remarks>The served description may have operations besides; what it shares with the expected one must be the same.</remarks>
internal sealed class ContractWalk
{
    private readonly DifferenceList differences = new();
    private readonly SchemaWalk schemas;

    private ContractWalk(ApiDescription expected, ApiDescription served) => schemas = new SchemaWalk(expected, served, differences);

    public static IReadOnlyList<Difference> Compare(ApiDescription expected, ApiDescription served)
    {
        var walk = new ContractWalk(expected, served);
        foreach (var (where, operation) in expected.Operations)
        {
            if (served.Operations.TryGetValue(where, out var other))
                walk.Compare(where, operation, other);
            else
                walk.differences.Miss(where, "the operation");
        }

        return walk.differences.Items;
    }

    private void Compare(string where, ApiOperation one, ApiOperation other)
    {
        differences.Compare(where, "operation id", one.Id, other.Id);
        if (one.RateLimit is not null)
            differences.Compare(where, "limit in a minute", one.RateLimit, other.RateLimit);
        var (parameters, others) = (one.Parameters, other.Parameters);
        foreach (var name in differences.Match(where, "parameter", parameters.Keys, others.Keys))
            CompareParameter($"{where} {name}", parameters[name], others[name]);
        CompareBody($"{where} body", one.Body, other.Body);
        var (responses, served) = (one.Responses, other.Responses);
        foreach (var status in differences.Match(where, "response", responses.Keys, served.Keys))
            CompareContent($"{where} {status}", responses[status], served[status]);
    }

    private void CompareParameter(string where, JsonObject one, JsonObject other)
    {
        differences.Compare(where, "required", IsRequired(one), IsRequired(other));
        schemas.Compare(where, one["schema"], other["schema"]);
    }

    private void CompareBody(string where, JsonObject? one, JsonObject? other)
    {
        differences.Compare(where, "the body", one is null ? "absent" : "present", other is null ? "absent" : "present");
        if (one is null || other is null)
            return;
        differences.Compare(where, "required", IsRequired(one), IsRequired(other));
        CompareContent(where, one, other);
    }

    private void CompareContent(string where, JsonObject one, JsonObject other)
    {
        var (contents, others) = (Contents(one), Contents(other));
        foreach (var type in differences.Match(where, "content", contents.Keys, others.Keys))
            schemas.Compare($"{where} {type}", contents[type]?["schema"], others[type]?["schema"]);
    }

    private static Dictionary<string, JsonNode?> Contents(JsonObject owner) =>
        (owner["content"] as JsonObject ?? []).ToDictionary(c => c.Key, c => c.Value, StringComparer.OrdinalIgnoreCase);

    private static bool IsRequired(JsonObject node) => node["required"]?.GetValue<bool>() == true;
}
