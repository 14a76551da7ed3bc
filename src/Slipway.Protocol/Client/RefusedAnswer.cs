using System.Text;
using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Client;

/// <summary>Turns error responses into problems: those of the service itself, and pages of proxies and other servers.</summary>
internal static class RefusedAnswer
{
    private const int MostRead = 256 * 1024;
    private const int MostShown = 80;
    private const int MostNamed = 40;

    /// <summary>Returns the problems of an error response.</summary>
    public static Task<ProblemException> ReadAsync(HttpResponseMessage answer, Uri server, CancellationToken cancellation) =>
        ReadAsync(answer, server, ProxyEnvironment.OfThisProcess().For(server), cancellation);

    /// <summary>Returns the problems of an error response.</summary>
    public static async Task<ProblemException> ReadAsync(HttpResponseMessage answer, Uri server, ProxyServer? proxy, CancellationToken cancellation)
    {
        var body = await ReadBodyAsync(answer, cancellation);
        var problems = Parse(answer, body) ?? [Foreign(answer, body, server, proxy)];
        var failure = new ProblemException(problems);
        if (answer.Headers.RetryAfter?.Delta is { } delay)
            RetryPolicy.Advise(failure, delay);
        return failure;
    }

    /// <summary>Returns the problem for a successful response that Slipway does not send.</summary>
    public static Problem NotSlipway(HttpResponseMessage answer, Uri server) => NetworkProblems.NotSlipway.At(
        NetworkFaults.HostOf(server), $"The answer {(int)answer.StatusCode} is of the type {answer.Content.Headers.ContentType?.MediaType ?? "none"}.");

    private static List<Problem>? Parse(HttpResponseMessage answer, byte[] body)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
            return null;
        try
        {
            var document = UntrustedJson.Read(body, WireJson.Default.ProblemDocument);
            var problems = (document.Problems ?? []).Select(d => d.ToProblem()).ToList();
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
        var status = (int)answer.StatusCode;
        var shown = Shown(answer.Content.Headers.ContentType?.MediaType, body);
        var where = NetworkFaults.HostOf(server);
        var who = Speaker(answer, server, proxy);
        return status switch
        {
            407 => NetworkFaults.Tunnel(answer.StatusCode, proxy?.Place ?? where, server),
            403 or 502 or 503 or 504 when proxy is not null && server.Scheme == Uri.UriSchemeHttp =>
                NetworkProblems.ProxyRefused.At(proxy.Place, $"The proxy{who} answers {status}{shown} to the request for a connection to {NetworkFaults.HostOf(server)}."),
            413 => NetworkProblems.BodyLimit.At(where, $"A proxy or load balancer in front of the service{who} refuses a body of this size (413{shown})."),
            414 or 431 => NetworkProblems.HeadLimit.At(where, $"A proxy or load balancer in front of the service{who} refuses the head of a request ({status}{shown})."),
            // nginx says so of headers that are too large, without 431.
            400 when shown.Contains("Header Or Cookie Too Large", StringComparison.OrdinalIgnoreCase) => NetworkProblems.HeadLimit.At(where, $"A proxy or load balancer in front of the service{who} refuses the head of a request (400{shown})."),
            502 or 503 or 504 => NetworkProblems.Unavailable.At(where, $"A proxy or load balancer in front of the service{who} answers {status}{shown}."),
            429 => ServiceProblems.RateLimited.At(where, "The answer is 429."),
            408 => ServiceProblems.BodyTooSlow.At(where, "The answer is 408."),
            511 => NetworkProblems.NotSlipway.At(where, $"The network requires a login first (511{shown}).", "Open any page in a browser on this machine and log in. Run slipway doctor to see what stands in the way."),
            _ when answer.Headers.Location is { } target => Redirected(status, target, server, where),
            _ => NetworkProblems.NotSlipway.At(where, $"The answer{who} is {status}, of the type {answer.Content.Headers.ContentType?.MediaType ?? "none"}{shown}."),
        };
    }

    private static Problem Redirected(int status, Uri target, Uri server, string where)
    {
        var address = target.IsAbsoluteUri ? target.GetLeftPart(UriPartial.Path) : target.OriginalString;
        var message = $"The answer {status} leads to {address}.";
        return target.IsAbsoluteUri && target.Scheme == Uri.UriSchemeHttps && server.Scheme == Uri.UriSchemeHttp && target.IdnHost.Equals(server.IdnHost, StringComparison.OrdinalIgnoreCase)
            ? NetworkProblems.NotSlipway.At(where, message, $"Give the address with https: {target.GetLeftPart(UriPartial.Authority)}.")
            : NetworkProblems.NotSlipway.At(where, message);
    }

    // The header usually names the product that answers, but not what is behind it.
    private static string Speaker(HttpResponseMessage answer, Uri server, ProxyServer? proxy)
    {
        var name = answer.Headers.TryGetValues("Server", out var values) ? values.First() : answer.Headers.Via.LastOrDefault()?.ToString();
        var plain = new string([.. (name ?? "").Where(c => c is >= ' ' and < '\x7f').Take(MostNamed)]);
        var through = proxy is not null && server.Scheme == Uri.UriSchemeHttp ? $", through the proxy {proxy.Place}" : "";
        return $"{(plain.Length == 0 ? "" : $" ({plain})")}{through}";
    }

    // The beginning of a page shows which product or operator it comes from.
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

/// <summary>The body of an error response (RFC 9457).</summary>
/// <param name="Detail">What is wrong, in one sentence.</param>
/// <param name="TraceId">Id of the request in the service's log.</param>
/// <param name="ErrorCode">Code of the first problem.</param>
/// <param name="Problems">All problems.</param>
internal sealed record ProblemDocument(string? Detail = null, string? TraceId = null, string? ErrorCode = null, IReadOnlyList<ProblemDescription>? Problems = null);
