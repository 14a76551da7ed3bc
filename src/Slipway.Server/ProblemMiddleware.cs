using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Slipway.Protocol.Problems;
using Slipway.Server.Requests;
using Slipway.Server.Store;
using Slipway.Server.Telemetry;

namespace Slipway.Server;

/// <summary>The outermost middleware: turns every failure into a problem document (RFC 9457, formerly 7807) with a code and without a stack trace.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, Database database, ILogger<ProblemMiddleware> log)
{
    private const string MediaType = "application/problem+json";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, ContentLength: null, ContentType: null } && RequestFaults.Of(context) is { } problem)
                await WriteAsync(context, [problem], context.Response.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected, so there is nobody to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            // Headers such as the length, the name or the type describe the failed answer, not the problem.
            context.Response.Clear();
            foreach (var (name, value) in (e as HttpProblemException)?.Headers ?? [])
                context.Response.Headers[name] = value;
            await WriteAsync(context, Describe(context, e));
        }
    }

    /// <summary>Writes a problem document.</summary>
    public static async Task WriteAsync(HttpContext context, IReadOnlyList<Problem> problems, int? status = null)
    {
        var first = problems.FirstOrDefault(p => p.Severity == Severity.Error) ?? problems[0];
        context.Response.StatusCode = status ?? ServiceProblems.StatusOf(first.Kind);
        ServerMetrics.Refused(first.Code);
        context.Response.ContentType = context.GetEndpoint()?.Metadata.GetMetadata<PlainProblems>() is null ? MediaType : "application/json";
        context.Response.Headers.CacheControl = "no-store";
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && context.Response.Headers.RetryAfter.Count == 0)
            context.Response.Headers.RetryAfter = "2";
        await context.Response.Body.WriteAsync(Document(context, first, problems), CancellationToken.None);
    }

    private static byte[] Document(HttpContext context, Problem first, IReadOnlyList<Problem> problems)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", $"/problems/{first.Code}");
            json.WriteString("title", first.Kind.Title);
            json.WriteNumber("status", context.Response.StatusCode);
            json.WriteString("detail", first.Message);
            json.WriteString("instance", context.Request.Path);
            json.WriteString("traceId", Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
            json.WriteString("errorCode", first.Code);
            ProblemJson.Write(json, problems);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private IReadOnlyList<Problem> Describe(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case ProblemException e:
                return e.Problems;
            case BadHttpRequestException e:
                return [RequestFaults.Of(context.Request, e)];
            case JsonException e:
                return [RequestFaults.Of(e)];
            // The web server throws this for a chunk of 2 GiB and more.
            case IOException { InnerException: OverflowException }:
                return [ServiceProblems.Malformed.At("body", "The body does not match the headers of the request.")];
            // PostgreSQL cannot store NUL or half of a surrogate pair in text.
            case DbException { SqlState: "22021" or "22P05" }:
                return [ServiceProblems.Invalid.At("request", "A text has a character that cannot be stored, such as NUL.")];
            case not null when database.Describe(failure, "database") is { } state:
                DatabaseFailed(state.Code, state.Message);
                return [OperatorFaultException.ForCallers(state, "database")];
            default:
                Failed(context.Request.Method, context.Request.Path, failure);
                return [GeneralProblems.Failed.At("service", "The request failed.", "Try again; if it fails again, report it with the trace id.")];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void Failed(string method, string path, Exception? failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database: {Code} {Reason}")]
    private partial void DatabaseFailed(string code, string reason);
}

/// <summary>Metadata of a route: its problems are sent as <c>application/json</c>, as its published description says.</summary>
internal sealed record PlainProblems;
