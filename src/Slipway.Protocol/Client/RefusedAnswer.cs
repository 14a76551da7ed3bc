using System.Net;
using System.Text;
using System.Text.Json;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;

namespace Slipway.Protocol.Client;

/// <summary>Answers that are not what was asked for: the service's own problems, or somebody else's pages.</summary>
internal static class RefusedAnswer
{
    private const int MostRead = 256 * 1024;
    private const int MostShown = 80;

    /// <summary>The problems of an answer that is no success.</summary>
    public static Task<ProblemException> ReadAsync(HttpResponseMessage answer, Uri server, CancellationToken cancellation) =>
        ReadAsync(answer, server, ProxyEnvironment.OfThisProcess().For(server), cancellation);

    /// <summary>The problems of an answer that is no success.</summary>
    public static async Task<ProblemException> ReadAsync(HttpResponseMessage answer, Uri server, ProxyServer? proxy, CancellationToken cancellation)
    {
        var body = await ReadBodyAsync(answer, cancellation);
        var problems = Parse(answer, body) ?? [Foreign(answer, body, server, proxy)];
        var failure = new ProblemException(problems);
        if (answer.Headers.RetryAfter?.Delta is { } delay)
            Retries.Advise(failure, delay);
        return failure;
    }

    /// <summary>An answer that is a success, but not one that the service gives.</summary>
    public static Problem NotSlipway(HttpResponseMessage answer, Uri server) => NetworkProblems.NotSlipway.At(
        NetworkFaults.HostOf(server), $"The answer {(int)answer.StatusCode} is of the type {answer.Content.Headers.ContentType?.MediaType ?? "none"}.");

    private static List<Problem>? Parse(HttpResponseMessage answer, byte[] body)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
            return null;
        try
        {
            var document = JsonSerializer.Deserialize(body, WireJson.Default.ProblemDocument);
            var problems = (document?.Problems ?? []).Select(d => d.ToProblem()).ToList();
            if (document is { TraceId: { } trace } && problems is [{ Blame: Blame.Slipway } first, ..])
                problems[0] = first with { Remedy = $"{first.Remedy} The trace id is {trace}." };
            return problems.Count > 0 ? problems : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Problem Foreign(HttpResponseMessage answer, byte[] body, Uri server, ProxyServer? proxy)
    {
        var where = NetworkFaults.HostOf(server);
        var type = answer.Content.Headers.ContentType?.MediaType;
        return answer.StatusCode switch
        {
            HttpStatusCode.ProxyAuthenticationRequired => NetworkFaults.Tunnel(answer.StatusCode, proxy?.Place ?? where, server),
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => NetworkProblems.Unavailable.At(where, $"The answer is {(int)answer.StatusCode}{Shown(type, body)}."),
            HttpStatusCode.TooManyRequests => ServerProblems.RateLimited.At(where, "The answer is 429."),
            HttpStatusCode.RequestTimeout => ServerProblems.BodyTooSlow.At(where, "The answer is 408."),
            _ when answer.Headers.Location is { } target => NetworkProblems.NotSlipway.At(where, $"The answer {(int)answer.StatusCode} leads to {(target.IsAbsoluteUri ? target.GetLeftPart(UriPartial.Path) : target.OriginalString)}."),
            _ => NetworkProblems.NotSlipway.At(where, $"The answer is {(int)answer.StatusCode}, of the type {type ?? "none"}{Shown(type, body)}."),
        };
    }

    // The beginning of a page tells whose it is.
    private static string Shown(string? type, byte[] body)
    {
        if (type is null || !type.StartsWith("text/", StringComparison.Ordinal))
            return "";
        var text = Encoding.UTF8.GetString(body);
        var title = text.IndexOf("<title>", StringComparison.OrdinalIgnoreCase);
        var start = title < 0 ? text : text[(title + "<title>".Length)..];
        var words = string.Join(' ', start.Split('<')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "" : $": {(words.Length > MostShown ? words[..MostShown] + "…" : words)}";
    }

    private static async Task<byte[]> ReadBodyAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var buffer = new byte[MostRead];
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var count = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return buffer[..count];
    }
}
