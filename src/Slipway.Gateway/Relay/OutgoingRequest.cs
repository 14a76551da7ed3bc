using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Slipway.Protocol.Gateways;
using Yarp.ReverseProxy.Forwarder;

namespace Slipway.Gateway.Relay;

/// <summary>
/// The request that the relay sends: the same target byte for byte, without the hop-by-hop headers (RFC 9110, 7.6.1) and without the headers that only the
/// relay may set, which it then adds.
/// </summary>
internal sealed class OutgoingRequest(RelayedRequest passed, string via, RequestSigner? signer) : HttpTransformer
{
    private const string Channel = "Slipway-Channel";
    private static readonly string[] Channels = ["IDE", "CLI", "Console", "API"];

    // Prefixes of headers that claim an identity or an original URL. Some proxies and servers trust them.
    private static readonly string[] Spoofable =
    [
        "Accept-Signature", "baggage", "Forwarded", "Proxy-", "Signature", "Slipway-", "traceparent", "tracestate", "True-Client-IP", "Via",
        "X-Client-IP", "X-Content-Length", "X-Forwarded-", "X-HTTP-Method", "X-Method-Override", "X-Original-", "X-Real-IP", "X-Rewrite-",
    ];

    // The doctor uses these headers to test whether headers arrive.
    private const string ForTests = "Slipway-Test-";

    /// <inheritdoc/>
    public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix,
        CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        foreach (var name in httpContext.Request.Headers.Keys.Where(name => IsSpoofable(name) || IsNamedByConnection(httpContext, name)))
        {
            proxyRequest.Headers.Remove(name);
            proxyRequest.Content?.Headers.Remove(name);
        }

        proxyRequest.Headers.Host = null;
        proxyRequest.RequestUri = new Uri(destinationPrefix + httpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        proxyRequest.Headers.TryAddWithoutValidation("Via", $"{httpContext.Request.Protocol[5..]} {via}");
        proxyRequest.Headers.TryAddWithoutValidation("traceparent", $"00-{passed.Id}-{passed.Id[..16]}-01");
        if (httpContext.Request.Headers[Channel] is [{ } channel] && Channels.Contains(channel, StringComparer.Ordinal))
            proxyRequest.Headers.TryAddWithoutValidation(Channel, passed.Channel = channel);
        if (passed.Person is { } person)
            proxyRequest.Headers.TryAddWithoutValidation(PersonSource.Header, person);
        if (passed.Digest is { } digest)
        {
            proxyRequest.Headers.Remove(ContentDigest.Header);
            proxyRequest.Headers.TryAddWithoutValidation(ContentDigest.Header, digest);
        }

        // Added last, because the proof covers the headers above.
        signer?.Sign(proxyRequest, proxyRequest.RequestUri);
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse,
        CancellationToken cancellationToken)
    {
        // Some readers take an answer without a valid status for another answer, or for none.
        if ((int?)proxyResponse?.StatusCode < StatusCodes.Status200OK)
            throw new HttpRequestException(HttpRequestError.InvalidResponse);
        var hasBody = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        if (proxyResponse is null)
            return hasBody;
        foreach (var name in proxyResponse.Headers.Connection.Append(RelayAnswer.Header))
            httpContext.Response.Headers.Remove(name);
        // RFC 9110, 15.3.5 and 15.3.6: these answers have no body, even when they state a length.
        if (proxyResponse.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent)
        {
            httpContext.Response.ContentLength = null;
            hasBody = false;
        }

        var isStream = proxyResponse.Content.Headers.ContentType?.MediaType == "text/event-stream";
        passed.Answered(isStream);
        // The client of a stream waits for its head, and the first event may take long to arrive.
        if (isStream)
            await httpContext.Response.Body.FlushAsync(cancellationToken);
        return hasBody;
    }

    /// <inheritdoc/>
    public override ValueTask TransformResponseTrailersAsync(HttpContext httpContext, HttpResponseMessage proxyResponse, CancellationToken cancellationToken)
    {
        // The service sends no trailers, and some programs read them as headers.
        return ValueTask.CompletedTask;
    }

    /// <summary>Returns whether only the relay may set this header. Underscores count as hyphens, because some programs turn headers into variables.</summary>
    public static bool IsSpoofable(string name)
    {
        var plain = name.Replace('_', '-');
        return Array.Exists(Spoofable, start => plain.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            && !name.StartsWith(ForTests, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsNamedByConnection(HttpContext context, string name) =>
        context.Request.Headers.Connection.Any(value => value!.Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase));
}
