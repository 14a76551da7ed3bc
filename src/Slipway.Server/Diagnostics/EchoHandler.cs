using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Problems;
using Slipway.Server.Identity;

namespace Slipway.Server.Diagnostics;

/// <summary>Returns what arrived of a request, and signs it, so that the client detects changes on the way.</summary>
internal sealed class EchoHandler(ServiceSigningKey key, TimeProvider time)
{
    private const int MostHeaders = 32;

    public async Task<IResult> AnswerAsync(HttpContext context, string? nonce)
    {
        if (nonce is not null && (nonce.Length > EchoAnswer.LongestNonce || !nonce.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            throw new ProblemException(ServiceProblems.Invalid.At("nonce", $"A nonce has up to {EchoAnswer.LongestNonce} letters, digits, - and _."));
        var request = context.Request;
        var (length, hash) = await BodyHash.ReadAsync(request.Body, EchoAnswer.LargestBody, context.RequestAborted);
        var now = time.GetUtcNow();
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers[EchoAnswer.SignatureHeader] = key.Sign(EchoStatement.Type, new EchoStatement(nonce, request.Method, hash, now), DiagnosticJson.Default.EchoStatement);
        var agent = request.Headers.UserAgent.ToString();
        return Results.Ok(new EchoAnswer(
            nonce, request.Method, length, hash, TestHeaders(request), agent.Length > 0 ? agent : null, request.Protocol, context.Connection.RemoteIpAddress?.ToString(), now));
    }

    private static Dictionary<string, string> TestHeaders(HttpRequest request) => request.Headers
        .Where(header => header.Key.StartsWith(EchoAnswer.TestHeaders, StringComparison.OrdinalIgnoreCase))
        .Take(MostHeaders)
        .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
