using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Requests;

/// <summary>A stored answer that can be sent again.</summary>
/// <param name="Headers">Its headers, such as Location and Content-Type.</param>
/// <param name="Body">The body.</param>
internal sealed record IdempotentReply(IReadOnlyDictionary<string, string> Headers, string Body)
{
    private static readonly string[] Kept = ["Content-Type", "Location", "ETag", "Cache-Control", "Retry-After"];

    /// <summary>Returns the answer that was just sent for a request.</summary>
    public static IdempotentReply Of(HttpResponse response, string body) =>
        new(Kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString(), StringComparer.Ordinal), body);

    /// <summary>Reads what <see cref="Write"/> wrote. Earlier versions wrote the content type, a line end, and the body.</summary>
    public static IdempotentReply Read(string text)
    {
        if (text.StartsWith('{'))
            return JsonSerializer.Deserialize<IdempotentReply>(text) ?? throw new InvalidDataException("An answer is empty.");
        var parts = text.Split('\n', 2);
        return new IdempotentReply(parts[0].Length > 0 ? new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = parts[0] } : new Dictionary<string, string>(StringComparer.Ordinal), parts[^1]);
    }

    /// <summary>Returns the answer as JSON for the database.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Sends the answer.</summary>
    public async Task SendAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(Body, context.RequestAborted);
    }
}
