using System.Text.Json.Nodes;

namespace Slipway.Contract.Tests.Walk;

/// <summary>One operation of a document.</summary>
/// <param name="document">Where its references lead.</param>
/// <param name="path">The path item, whose parameters are shared.</param>
/// <param name="operation">The operation itself.</param>
internal sealed class ApiOperation(ApiDescription document, JsonObject path, JsonObject operation)
{
    public string? Id => operation["operationId"]?.GetValue<string>();

    /// <summary>Requests in a minute, where the document says it.</summary>
    public int? RateLimit => operation["x-rate-limit-per-minute"]?.GetValue<int>();

    /// <summary>Parameters under their place and name, such as <c>query limit</c>.</summary>
    public IReadOnlyDictionary<string, JsonObject> Parameters
    {
        get
        {
            var parameters = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
            foreach (var node in List(path).Concat(List(operation)))
            {
                var parameter = document.Resolve(node!, out _);
                parameters[$"{parameter["in"]} {parameter["name"]}"] = parameter;
            }

            return parameters;

            static JsonArray List(JsonObject owner) => owner["parameters"] as JsonArray ?? [];
        }
    }

    public JsonObject? Body => operation["requestBody"] is { } body ? document.Resolve(body, out _) : null;

    /// <summary>Responses under their status.</summary>
    public IReadOnlyDictionary<string, JsonObject> Responses =>
        operation["responses"]!.AsObject().ToDictionary(r => r.Key, r => document.Resolve(r.Value!, out _), StringComparer.Ordinal);
}
