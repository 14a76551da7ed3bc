using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Tests.Outsiders;

/// <summary>A store that answers everything with an error of S3, as the documentation of S3 has them.</summary>
internal sealed class RefusingStore : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RefusingStore(WebApplication app) => _app = app;

    public Uri Endpoint => new(_app.Urls.First());

    /// <summary>Starts one.</summary>
    /// <param name="status">Status of each answer.</param>
    /// <param name="code">The error; null for a page for people.</param>
    public static async Task<RefusingStore> StartAsync(int status, string? code)
    {
        var app = QuietHost.Create();
        app.MapFallback(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = code is null ? "text/html" : "application/xml";
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await context.Response.WriteAsync(code is null
                    ? "<!doctype html><title>Console</title><p>Welcome.<br>"
                    : $"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>ca9nary</Message><RequestId>1</RequestId></Error>""");
            }
        });
        await app.StartAsync();
        return new RefusingStore(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
