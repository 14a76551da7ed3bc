using System.Text.Json.Nodes;

namespace Slipway.Contract.Tests.Walk;

/// <summary>Walks every operation of an expected description and lists where a served one departs from it.</summary>
/// <remarks>The served description may have operations besides; what it shares with the expected one must be the same.</remarks>
internal sealed class ContractWalk
{
    private readonly DifferenceList _differences = new();
    private readonly SchemaWalk _schemas;

    private ContractWalk(ApiDescription expected, ApiDescription served) => _schemas = new SchemaWalk(expected, served, _differences);

    public static IReadOnlyList<Difference> Compare(ApiDescription expected, ApiDescription served)
    {
        var walk = new ContractWalk(expected, served);
        foreach (var (where, operation) in expected.Operations)
        {
            if (served.Operations.TryGetValue(where, out var other))
                walk.Compare(where, operation, other);
            else
                walk._differences.Miss(where, "the operation");
        }

        return walk._differences.Items;
    }

    private void Compare(string where, ApiOperation one, ApiOperation other)
    {
        _differences.Compare(where, "operation id", one.Id, other.Id);
        if (one.RateLimit is not null)
            _differences.Compare(where, "limit in a minute", one.RateLimit, other.RateLimit);
        var (parameters, others) = (one.Parameters, other.Parameters);
        foreach (var name in _differences.Match(where, "parameter", parameters.Keys, others.Keys))
            CompareParameter($"{where} {name}", parameters[name], others[name]);
        CompareBody($"{where} body", one.Body, other.Body);
        var (responses, served) = (one.Responses, other.Responses);
        foreach (var status in _differences.Match(where, "response", responses.Keys, served.Keys))
            CompareContent($"{where} {status}", responses[status], served[status]);
    }

    private void CompareParameter(string where, JsonObject one, JsonObject other)
    {
        _differences.Compare(where, "required", IsRequired(one), IsRequired(other));
        _schemas.Compare(where, one["schema"], other["schema"]);
    }

    private void CompareBody(string where, JsonObject? one, JsonObject? other)
    {
        _differences.Compare(where, "the body", one is null ? "absent" : "present", other is null ? "absent" : "present");
        if (one is null || other is null)
            return;
        _differences.Compare(where, "required", IsRequired(one), IsRequired(other));
        CompareContent(where, one, other);
    }

    private void CompareContent(string where, JsonObject one, JsonObject other)
    {
        var (contents, others) = (Contents(one), Contents(other));
        foreach (var type in _differences.Match(where, "content", contents.Keys, others.Keys))
            _schemas.Compare($"{where} {type}", contents[type]?["schema"], others[type]?["schema"]);
    }

    private static Dictionary<string, JsonNode?> Contents(JsonObject owner) =>
        (owner["content"] as JsonObject ?? []).ToDictionary(c => c.Key, c => c.Value, StringComparer.OrdinalIgnoreCase);

    private static bool IsRequired(JsonObject node) => node["required"]?.GetValue<bool>() == true;
}
