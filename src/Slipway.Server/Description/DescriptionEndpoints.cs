using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scalar.AspNetCore;
using Slipway.Server.Requests;

namespace Slipway.Server.Description;

/// <summary>Serves the OpenAPI description of the HTTP interface, and a page that displays it.</summary>
internal static class DescriptionEndpoints
{
    /// <summary>The version of the interface.</summary>
    public const string Name = "v1";
    private static readonly object Nonce = new();

    public static void MapDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"/openapi/{Name}.json", (HttpContext context, ServedDescription description) => description.AnswerAsync(context)).AlsoHead().ExcludeFromDescription();
        routes.MapGet("/", () => Results.Content(LandingPage.Html, "text/html; charset=utf-8")).AlsoHead().ExcludeFromDescription();
        routes.MapScalarApiReference("/docs", Configure).AddEndpointFilter(RestrictAsync).AlsoHead();
    }

    // Everything that the page needs comes from this server, because customers' firewalls may block other hosts.
    private static void Configure(ScalarOptions options, HttpContext context)
    {
        options.WithTitle("Slipway").WithNonce(RandomNumberGenerator.GetHexString(32)).WithOpenApiRoutePattern($"/openapi/{Name}.json");
        options.DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp();
        options.HideClientButton().HideDeveloperTools();
        options.AddPreferredSecuritySchemes(DocumentDescriber.Bearer);
        context.Items[Nonce] = options.Nonce;
    }

    private static async ValueTask<object?> RestrictAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var result = await next(invocation);
        if (context.Items.TryGetValue(Nonce, out var nonce))
        {
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        }

        return result;
    }
}

/// <summary>The page at the address of the service, with links to its other pages. The links are relative, so that they work under a path, too.</summary>
internal static class LandingPage
{
    public const string Html =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Slipway</title></head>
        <body>
        <h1>Slipway</h1>
        <p>This is a service that builds apps. People and programs use it with the command line, or over its HTTP interface.</p>
        <ul>
        <li><a href="docs">The HTTP interface, as a page</a></li>
        <li><a href="openapi/v1.json">The HTTP interface, as OpenAPI for programs</a></li>
        <li><a href="health/ready">Is the service well?</a></li>
        </ul>
        </body>
        </html>

        """;
}
