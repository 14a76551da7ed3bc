using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Requests;

/// <summary>An answer as it is remembered, to be given again.</summary>
/// <param name="Headers">What it says beside its body: where the thing is that was made, and what the body is.</param>
/// <param name="Body">The body.</param>
internal sealed record OnceReply(IReadOnlyDictionary<string, string> Headers, string Body)
{
    private static readonly string[] Kept = ["Content-Type", "Location", "ETag", "Cache-Control", "Retry-After"];

    /// <summary>The answer that a request was just given.</summary>
    public static OnceReply Of(HttpResponse response, string body) =>
        new(Kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString(), StringComparer.Ordinal), body);

    /// <summary>Reads what <see cref="Write"/> wrote. Versions before this one wrote the type, a line end, and the body.</summary>
    public static OnceReply Read(string text)
    {
        if (text.StartsWith('{'))
            return JsonSerializer.Deserialize<OnceReply>(text) ?? throw new InvalidDataException("An answer is empty.");
        var parts = text.Split('\n', 2);
        return new OnceReply(parts[0].Length > 0 ? new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Type"] = parts[0] } : new Dictionary<string, string>(StringComparer.Ordinal), parts[^1]);
    }

    /// <summary>The answer as it is stored.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Gives the answer.</summary>
    public async Task SendAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(Body, context.RequestAborted);
    }
}
