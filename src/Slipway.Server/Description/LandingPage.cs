namespace Slipway.Server.Description;

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
