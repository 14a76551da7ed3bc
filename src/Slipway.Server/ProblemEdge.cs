using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;
using Slipway.Server.Telemetry;

namespace Slipway.Server;

/// <summary>The edge of the service: every failure becomes a problem document (RFC 9457, formerly 7807) with a code, and never a stack trace.</summary>
internal sealed partial class ProblemEdge(RequestDelegate next, Database database, ILogger<ProblemEdge> log)
{
    private const string MediaType = "application/problem+json";
    private static readonly Problem BodyTooLarge = ServerProblems.BodyTooLarge.At("body", "The body is larger than this address takes.");
    private static readonly Problem BodyTooSlow = ServerProblems.BodyTooSlow.At("body", "The body came too slowly.");

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, ContentLength: null, ContentType: null } && Silent(context) is { } problem)
                await WriteAsync(context, [problem]);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, Describe(context, e));
        }
    }

    /// <summary>Writes a problem document.</summary>
    public static async Task WriteAsync(HttpContext context, IReadOnlyList<Problem> problems)
    {
        var first = problems.FirstOrDefault(p => p.Severity == Severity.Error) ?? problems[0];
        context.Response.StatusCode = ServerProblems.StatusOf(first.Kind);
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
            json.WriteStartArray("problems");
            foreach (var problem in problems)
                ProblemJson.Write(json, problem);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    // What the framework refuses with a status and no word; null when nothing was refused.
    private static Problem? Silent(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => ServerProblems.NotFound.At(context.Request.Path, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => ServerProblems.MethodNotAllowed.At(context.Request.Path, $"The address does not take {context.Request.Method}."),
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status408RequestTimeout => BodyTooSlow,
        _ => null,
    };

    private IReadOnlyList<Problem> Describe(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case ProblemException e:
                return e.Problems;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return [BodyTooLarge];
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }:
                return [BodyTooSlow];
            case BadHttpRequestException e:
                return [ServerProblems.Malformed.At("request", OneLine(e.InnerException is JsonException inner ? inner.Message : e.Message))];
            case JsonException e:
                return [ServerProblems.Malformed.At(e.Path ?? "body", "The body is not the JSON that is expected here.")];
            case not null when database.Describe(failure, "database") is { } state:
                DatabaseFailed(state.Code, state.Message);
                return [OperatorFaultException.ForCallers(state, "database")];
            default:
                Failed(context.Request.Method, context.Request.Path, failure);
                return [GeneralProblems.Failed.At("service", "The request could not be carried out.", "Try again; if it fails again, report it with the trace id.")];
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void Failed(string method, string path, Exception? failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database: {Code} {Reason}")]
    private partial void DatabaseFailed(string code, string reason);
}
