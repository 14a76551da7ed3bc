using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Requests;

/// <summary>Describes why the framework refused a request. The framework's own messages name types and methods of this program.</summary>
internal static partial class RequestFaults
{
    private const int LongestQuote = 100;
    private static readonly Problem BodyTooLarge = ServiceProblems.BodyTooLarge.At("body", "The body is larger than this address accepts.");
    private static readonly Problem BodyTooSlow = ServiceProblems.BodyTooSlow.At("body", "The body arrived too slowly.");

    /// <summary>Returns the problem of a status without a body; null if nothing was refused.</summary>
    public static Problem? Of(HttpContext context) => context.Response.StatusCode switch
    {
        < StatusCodes.Status400BadRequest => null,
        StatusCodes.Status400BadRequest => ServiceProblems.Malformed.At("body", "The body is incomplete, or does not match the headers of the request."),
        StatusCodes.Status404NotFound => ServiceProblems.NotFound.At(context.Request.Path, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => ServiceProblems.MethodNotAllowed.At(context.Request.Path, $"The address does not take {context.Request.Method}."),
        StatusCodes.Status408RequestTimeout => BodyTooSlow,
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => OfContentType(context.Request),
        >= StatusCodes.Status500InternalServerError => GeneralProblems.Failed.At("service", "The request failed."),
        var status => ServiceProblems.Malformed.At("request", $"The address refuses the request with the status {status}."),
    };

    /// <summary>Returns the problem of an exception with which the framework refused a request.</summary>
    public static Problem Of(HttpRequest request, BadHttpRequestException failure) => failure switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => BodyTooLarge,
        { StatusCode: StatusCodes.Status408RequestTimeout } => BodyTooSlow,
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => OfContentType(request),
        { InnerException: JsonException inner } => Of(inner),
        _ when Parameter().Match(failure.Message) is { Success: true } match => OfParameter(JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value), match.Groups["value"]),
        _ when failure.Message.Contains(" body", StringComparison.Ordinal) => ServiceProblems.Malformed.At("body", "The address expects a JSON body, and the request has none."),
        _ => ServiceProblems.Malformed.At("request", OneLine(failure.Message)),
    };

    /// <summary>Returns what is wrong with JSON.</summary>
    public static Problem Of(JsonException failure)
    {
        var path = failure.Path?.TrimStart('$').TrimStart('.');
        return ServiceProblems.Malformed.At(string.IsNullOrEmpty(path) ? "body" : Quote(path), Describe(failure));
    }

    /// <summary>Returns the problem of a Content-Type that the address does not accept.</summary>
    public static Problem OfContentType(HttpRequest request) => ServiceProblems.ContentTypeUnknown.At(
        "Content-Type",
        request.ContentType is { Length: > 0 } type ? $"The body comes as {Quote(type)}." : "The body comes without a Content-Type.",
        "Send JSON with the header Content-Type: application/json (curl: --json, or -H 'Content-Type: application/json').");

    private static Problem OfParameter(string name, Group value) => ServiceProblems.Malformed.At(
        name, value.Success ? $"'{Quote(value.Value)}' is not a value that {name} can have." : $"The parameter {name} is missing.");

    // The converters of this program say what they expect. The known texts of the framework are translated; a test fails if they change.
    private static string Describe(JsonException failure) => failure.Message switch
    {
        var text when !text.Contains("Path: ", StringComparison.Ordinal) && !text.Contains('\'', StringComparison.Ordinal) => OneLine(text),
        var text when text.Contains("could not be mapped", StringComparison.Ordinal) => "There is no property of this name here. Unknown properties are refused, because ignoring one could change what the request does.",
        var text when Missing().Match(text) is { Success: true } match => $"The JSON lacks {match.Groups[1].Value.Replace("'", "", StringComparison.Ordinal)}.",
        var text when text.StartsWith("Duplicate property", StringComparison.Ordinal) => "The property is there twice.",
        var text when text.Contains("null values", StringComparison.Ordinal) => "The value may not be null.",
        var text when text.Contains("could not be converted", StringComparison.Ordinal) => "The value is of another kind than is expected here.",
        _ => $"The body is not JSON that can be read, from line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1} on.",
    };

    private static string Quote(string text) => OneLine(text.Length > LongestQuote ? text[..LongestQuote] + "..." : text);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    [GeneratedRegex("""^(?:Failed to bind|Required) parameter "(?:.* )?(?<name>\w+)" (?:from "(?<value>.*)"|was not provided from (?!body))""", RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex("missing required properties including: ([^.]*)")]
    private static partial Regex Missing();
}
