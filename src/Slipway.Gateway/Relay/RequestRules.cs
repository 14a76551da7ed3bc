using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>Decides which requests a relay passes.</summary>
internal sealed class RequestRules(RelaySettings settings, CertificateReloader certificates, string via)
{
    // The header to which Kestrel moves a Content-Length that comes with a Transfer-Encoding.
    private const string SetAside = "X-Content-Length";

    /// <summary>Returns why a request is refused; null when it passes.</summary>
    public Problem? Refusal(HttpContext context)
    {
        var request = context.Request;
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!RelayedRoutes.HasMethod(request.Method))
            return ServiceProblems.MethodNotAllowed.At(request.Method, "The relay does not pass this method.");
        if (RequestTarget.PathOf(target) is not { } path)
            return RelayProblems.TargetAmbiguous.At("target", "The relay passes only plain paths.");
        if (!certificates.Current.IsFor(request.Host.Host.Trim('[', ']')))
            return RelayProblems.HostUnknown.At("host", "The relay's certificate does not cover the host of the request.");
        if (request.Headers.TransferEncoding.Count > 0 && !IsPlainlyChunked(request))
            return RelayProblems.LengthAmbiguous.At("request", "Transfer-Encoding is combined with Content-Length, used in HTTP/1.0, or not simply chunked.");
        if (!RelayedRoutes.Has(path, settings.Workers))
        {
            return RelayProblems.NotPassed.At(path,
                RelayedRoutes.IsForWorkers(path) ? "This path is for workers." : "This is not a path of the service's API or pages.");
        }
        return request.Headers.Via.Any(value => value!.Contains(via, StringComparison.Ordinal))
            ? RelayProblems.Loop.At(settings.Service.Authority, "The request has already passed this relay.")
            : null;
    }

    // RFC 9112, 6.1 to 6.3.
    private static bool IsPlainlyChunked(HttpRequest request) =>
        request.Headers.TransferEncoding is [{ } coding] && coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)
        && request.Headers.ContentLength is null && !request.Headers.ContainsKey(SetAside) && request.Protocol == HttpProtocol.Http11;
}
