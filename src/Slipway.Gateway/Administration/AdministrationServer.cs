using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Hosting;
using Slipway.Gateway.Relay;
using Slipway.Listening;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Administration;

/// <summary>
/// Serves the gateway's state at an address of its own: <c>/healthz</c>, <c>/readyz</c>, <c>/metrics</c>, <c>/proxy.pac</c> and <c>/status</c>.
/// </summary>
internal sealed class AdministrationServer : IAsyncDisposable
{
    private const string PrometheusText = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly ConnectionLimits Limits = new(Most: 256, MostPerAddress: 128);
    private static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(10);

    private readonly WebApplication _app;

    private AdministrationServer(WebApplication app) => _app = app;

    /// <summary>The address where it listens.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Starts the server.</summary>
    /// <exception cref="ProblemException">The machine refuses the address.</exception>
    public static async Task<AdministrationServer> StartAsync(Func<GatewayState> state, IPEndPoint place, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.RequestHeadersTimeout = HeadersTime;
            kestrel.Listen(place, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.Services.AddConnectionLimits(() => Limits);
        var app = builder.Build();
        app.UseConnectionLimits();
        app.Run(context => AnswerAsync(context, state()));
        await RelayServer.StartAsync(app, place.ToString(), cancellation);
        return new AdministrationServer(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, GatewayState state) => !new HostNames(state.Configuration.AdminHosts).Has(context.Request.Host.Host)
        ? TextAsync(context, StatusCodes.Status421MisdirectedRequest, "text/plain",
            "The gateway does not answer to this name: use its address, or add the name to adminHosts.\n")
        : AnswerKnownAsync(context, state);

    private static Task AnswerKnownAsync(HttpContext context, GatewayState state) => context.Request.Path.Value switch
    {
        "/healthz" => TextAsync(context, 200, "text/plain", "alive\n"),
        "/readyz" =>
            TextAsync(context, state.IsReady ? 200 : 503, "text/plain",
                state.IsReady ? "ready\n" : state.IsStopping ? "stopping\n" : "waits for the service's list of hosts\n"),
        "/metrics" => TextAsync(context, 200, PrometheusText, state.Metrics.Text(state)),
        "/proxy.pac" =>
            TextAsync(context, 200, PacFile.MediaType,
                PacFile.Text(state.Proxy.Settings.Allow.Allow, $"{Host(context)}:{state.Proxy.EndPoints[0].Port}", state.Configuration.Tls is not null)),
        "/status" => TextAsync(context, 200, "application/json", Status(state)),
        _ => TextAsync(context, 404, "text/plain", "There are /healthz, /readyz, /metrics, /proxy.pac and /status.\n"),
    };

    // A client that reached this address by a name reaches the gateway by the same name.
    private static string Host(HttpContext context) =>
        context.Request.Host.Host is { Length: > 0 } host && host.AsSpan().IndexOfAny("\"';, ") < 0 ? host : "127.0.0.1";

    private static Task TextAsync(HttpContext context, int status, string type, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static string Status(GatewayState state)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteBoolean("ready", state.IsReady);
            json.WriteBoolean("reportOnly", state.Configuration.ReportOnly);
            Write(json, "listen", state.Proxy.EndPoints.Select(e => e.ToString()));
            Write(json, "allow", state.Proxy.Settings.Allow.Allow.Select(r => r.ToString()));
            Write(json, "deny", state.Proxy.Settings.Allow.Deny.Select(r => r.ToString()));
            Write(json, "upstreams", state.Configuration.Upstreams.Select(u => u.Name));
            json.WriteNumber("connections", state.Proxy.OpenConnections);
            json.WriteNumber("allowed", state.Metrics.Count(DecisionVerdict.Allow));
            json.WriteNumber("denied", state.Metrics.Count(DecisionVerdict.Deny));
            json.WriteNumber("wouldBeDenied", state.Metrics.Count(DecisionVerdict.WouldDeny));
            if (state.HostList is { } builder)
            {
                json.WriteStartObject("builder");
                json.WriteString("key", builder.Key);
                if (builder.LoadedAt is { } at)
                    json.WriteString("loadedAt", at);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
