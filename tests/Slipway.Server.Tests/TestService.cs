using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Access;

namespace Slipway.Server.Tests;

/// <summary>A real server on a port of its own, with a data folder of its own.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly string _folder;

    private TestService(string folder, WebApplication app, string adminToken)
    {
        _folder = folder;
        App = app;
        AdminToken = adminToken;
        Address = new Uri(app.Urls.First());
        Admin = Client(adminToken);
    }

    public WebApplication App { get; }

    public Uri Address { get; }

    /// <summary>Token of the first administrator, of the organisation "Default".</summary>
    public string AdminToken { get; }

    /// <summary>Calls with that token.</summary>
    public HttpClient Admin { get; }

    public static async Task<TestService> StartAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-server-").FullName;
        var options = new ServerOptions(Path.Combine(folder, "data")) { Urls = ["http://127.0.0.1:0"], Logs = false };
        var app = await SlipwayServer.CreateAsync(change?.Invoke(options) ?? options);
        var token = await app.Services.GetRequiredService<Bootstrap>().EnsureAsync(CancellationToken.None);
        await app.StartAsync();
        return new TestService(folder, app, token ?? "");
    }

    /// <summary>Calls with a token; without one when it is null.</summary>
    public HttpClient Client(string? token)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
