using System.Net;

namespace Slipway.Protocol.Network;

/// <summary>A product's limit for the size of bodies, recognised from its response.</summary>
/// <param name="Product">Name of the product; null if the response does not tell.</param>
/// <param name="Setting">The setting that determines the limit.</param>
public sealed record IntermediaryBodyLimit(string? Product, string Setting)
{
    private const string Nginx = "client_max_body_size (1 MB where it is not set; as an ingress controller, the annotation nginx.ingress.kubernetes.io/proxy-body-size)";
    private const string Apache = "LimitRequestBody";
    private const string Iis = "maxAllowedContentLength in requestLimits of web.config (30,000,000 bytes where it is not set)";
    private const string Squid = "request_body_max_size, and reply_body_max_size for downloads";
    private const string Cloudflare = "the plan: 100 MB in the smaller ones";

    // Words in the headers Server or Via.
    private static readonly (string Word, string Product, string Setting)[] Known =
    [
        ("nginx", "nginx", Nginx), ("openresty", "nginx (OpenResty)", Nginx), ("Apache", "Apache", Apache), ("Microsoft-IIS", "IIS", Iis), ("Microsoft-HTTPAPI", "IIS", Iis), ("squid", "Squid", Squid),
        ("cloudflare", "Cloudflare", Cloudflare), ("Microsoft-Azure-Application-Gateway", "Azure Application Gateway", "the maximum request body size of its WAF policy"), ("envoy", "Envoy", "max_request_bytes of its buffer filter"),
        ("awselb", "AWS load balancer", "a limit of its target: 1 MB for Lambda"), ("Google Frontend", "Google Cloud", "32 MiB for Cloud Run over HTTP/1.1"),
    ];

    // 413 (RFC 9110, 15.5.14), and 507 of WebDAV (RFC 4918).
    private static readonly HashSet<HttpStatusCode> Statuses = [HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.InsufficientStorage];

    /// <summary>Settings of common products, for a response that does not name its product.</summary>
    public static string Usual { get; } = $"nginx: {Nginx}; HAProxy: a rule on req.body_size or content-length; Apache: {Apache}; Squid: {Squid}; IIS: {Iis}; Cloudflare: {Cloudflare}";

    /// <summary>Returns the limit that caused a response; null if it has another cause or comes from the service itself.</summary>
    public static IntermediaryBodyLimit? Of(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
            return null;
        var error = answer.Headers.TryGetValues("X-Squid-Error", out var values) ? string.Join(' ', values) : "";
        if (error.Contains("ERR_TOO_BIG", StringComparison.Ordinal))
            return new IntermediaryBodyLimit("Squid", Squid);
        var said = $"{answer.Headers.Server} {answer.Headers.Via}";
        var (word, product, setting) = Array.Find(Known, known => said.Contains(known.Word, StringComparison.OrdinalIgnoreCase));
        // IIS answers 404; the substatus with the cause is not part of the response.
        var isLimit = Statuses.Contains(answer.StatusCode) || (setting == Iis && answer.StatusCode == HttpStatusCode.NotFound);
        return !isLimit ? null : word is null ? new IntermediaryBodyLimit(null, Usual) : new IntermediaryBodyLimit(product, setting);
    }

    /// <summary>The product, as the subject of a sentence.</summary>
    public string Who => Product ?? "Something in front of the service";
}
