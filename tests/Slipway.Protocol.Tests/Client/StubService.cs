using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Slipway.Protocol.Client;

namespace Slipway.Protocol.Tests.Client;

/// <summary>A server that answers as a test wants it to.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StubService(WebApplication app, Uri address)
    {
        _app = app;
        Connection = new ServiceConnection(address, "slw_token", "test/1", TimeSpan.FromSeconds(20));
    }

    /// <summary>A client's connection to it.</summary>
    public ServiceConnection Connection { get; }

    /// <summary>Tries again at once.</summary>
    public static RetryPolicy AtOnce { get; } = new(TimeSpan.FromTicks(1));

    public static async Task<StubService> StartAsync(Func<HttpContext, Task> answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
            {
                if (certificate is not null)
                    listen.UseHttps(certificate);
            });
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        app.Run(context => answer(context));
        await app.StartAsync();
        var port = new Uri(app.Urls.First()).Port;
        return new StubService(app, new Uri(certificate is null ? $"http://127.0.0.1:{port}" : $"https://localhost:{port}"));
    }

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        await _app.DisposeAsync();
    }
}
