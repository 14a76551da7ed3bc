using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>Writes the relay's own answers: problem documents (RFC 9457) as the service's are.</summary>
internal static class RelayAnswer
{
    /// <summary>The header that marks the relay's own answers, as opposed to the service's.</summary>
    public const string Header = "Slipway-Request";

    private const string MediaType = "application/problem+json";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>Writes a problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="id">The id of the request in the log.</param>
    public static async Task WriteAsync(HttpContext context, Problem problem, string id)
    {
        var response = context.Response;
        response.Clear();
        response.StatusCode = RelayProblems.StatusOf(problem.Kind);
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers[Header] = id;
        if (problem is { Blame: Blame.Network, Severity: Severity.Error })
            response.Headers.RetryAfter = "2";
        if (problem.Kind == ServiceProblems.MethodNotAllowed)
            response.Headers.Allow = RelayedRoutes.Allowed;
        var document = Document(context, problem, id);
        response.ContentLength = document.Length;
        await response.Body.WriteAsync(document, context.RequestAborted);
    }

    private static byte[] Document(HttpContext context, Problem problem, string id)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", $"/problems/{problem.Code}");
            json.WriteString("title", problem.Kind.Title);
            json.WriteNumber("status", context.Response.StatusCode);
            json.WriteString("detail", problem.Message);
            json.WriteString("instance", context.Request.Path);
            json.WriteString("traceId", id);
            json.WriteString("errorCode", problem.Code);
            ProblemJson.Write(json, [problem]);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
