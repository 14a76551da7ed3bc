using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Slipway.Server.Tests;

/// <summary>A web server of somebody else, on a port of its own.</summary>
internal static class QuietHost
{
    public static WebApplication Create()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        return app;
    }
}
