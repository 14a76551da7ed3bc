using System.Text.Json.Nodes;

namespace Slipway.Contract.Tests.Walk;

/// <summary>An OpenAPI document of version 3.0 or 3.1 with its references resolved on demand.</summary>
internal sealed class ApiDescription
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly JsonObject _root;

    public ApiDescription(JsonObject root)
    {
        _root = root;
        Operations = root["paths"]!.AsObject().SelectMany(path => ReadPath(Prefix + path.Key, path.Value!.AsObject()))
            .ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every operation under its method and full path, such as <c>GET /api/things/{key}</c>.</summary>
    public IReadOnlyDictionary<string, ApiOperation> Operations { get; }

    // The path of the first server belongs to every path: one document may say it there, another in the paths.
    private string Prefix
    {
        get
        {
            var url = (_root["servers"] as JsonArray)?.FirstOrDefault()?["url"]?.GetValue<string>() ?? "";
            var host = url.IndexOf("://", StringComparison.Ordinal);
            if (host >= 0)
                url = url.IndexOf('/', host + 3) is var path and >= 0 ? url[path..] : "";
            return url.TrimEnd('/');
        }
    }

    public static ApiDescription Parse(string json) => new(JsonNode.Parse(json)!.AsObject());

    /// <summary>Follows references until something is defined.</summary>
    /// <param name="node">What may be a reference.</param>
    /// <param name="name">The last name on the way, or null when the node is no reference.</param>
    public JsonObject Resolve(JsonNode node, out string? name)
    {
        name = null;
        var current = node.AsObject();
        for (var steps = 0; current["$ref"] is { } reference; steps++)
        {
            var parts = reference.GetValue<string>().Split('/');
            if (parts[0] != "#" || steps > 16)
                throw new FormatException($"{reference} leads out of the document or in a circle.");
            JsonNode? target = _root;
            foreach (var part in parts.Skip(1))
                target = target?[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
            current = target?.AsObject() ?? throw new FormatException($"{reference} leads nowhere.");
            name = parts[^1];
        }

        return current;
    }

    private IEnumerable<KeyValuePair<string, ApiOperation>> ReadPath(string path, JsonObject item) =>
        from method in Methods
        where item.ContainsKey(method)
        select KeyValuePair.Create($"{method.ToUpperInvariant()} {path}", new ApiOperation(this, item, item[method]!.AsObject()));
}
