using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Gateways;

namespace Slipway.Gateway.Tests.Hosting;

/// <summary>A builder that publishes its hosts, signed, and counts who asks.</summary>
internal sealed class PublishingService : IAsyncDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly WebApplication _app;
    private int _asked;

    private PublishingService(string host)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(context =>
        {
            Interlocked.Increment(ref _asked);
            var now = DateTimeOffset.UtcNow;
            var hosts = new ServiceHosts(1, Address, [new ServiceHost(host, 443, "api")], [], now, now.AddDays(1));
            return context.Response.WriteAsync(CompactJws.Sign(_key, ServiceHosts.Type, JsonSerializer.SerializeToUtf8Bytes(hosts, JsonSerializerOptions.Web)), context.RequestAborted);
        });
    }

    public string Address => _app.Urls.First();

    public int Asked => Volatile.Read(ref _asked);

    public static async Task<PublishingService> StartAsync(string host)
    {
        var builder = new PublishingService(host);
        await builder._app.StartAsync(TestContext.Current.CancellationToken);
        return builder;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }
}
