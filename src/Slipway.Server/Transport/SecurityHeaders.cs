using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Transport;

/// <summary>Adds headers that restrict what browsers may do with an answer. A feature that needs more sets its own.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = Nothing;
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        // Answers to requests with a token must not be cached for others.
        if (headers.CacheControl.Count == 0 && context.Request.Headers.Authorization.Count > 0)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
