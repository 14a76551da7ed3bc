using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Slipway.Listening;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>Serves health and metrics at an address of its own: <c>/healthz</c>, <c>/readyz</c>, <c>/metrics</c>.</summary>
internal sealed class RelayAdministration : IAsyncDisposable
{
    private const string PrometheusText = "text/plain; version=0.0.4; charset=utf-8";
    private static readonly ConnectionLimits Limits = new(Most: 256, MostPerAddress: 128);
    private static readonly HostNames NoNames = new([]);
    private static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;

    private RelayAdministration(WebApplication app) => _app = app;

    /// <summary>The address where it listens.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Starts the server.</summary>
    /// <exception cref="ProblemException">The machine refuses the address.</exception>
    public static async Task<RelayAdministration> StartAsync(RelayContext parts, IPEndPoint place, CancellationToken cancellation)
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
        app.Run(context => AnswerAsync(context, parts));
        await RelayServer.StartAsync(app, place.ToString(), cancellation);
        return new RelayAdministration(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task AnswerAsync(HttpContext context, RelayContext parts)
    {
        var host = context.Request.Host.Host;
        return NoNames.Has(host) || parts.Certificates.Current.IsFor(host)
            ? AnswerKnownAsync(context, parts)
            : JsonAsync(context, StatusCodes.Status421MisdirectedRequest,
                RelayProblems.HostUnknown.At("host", "The relay's certificate does not cover the host of the request."));
    }

    private static Task AnswerKnownAsync(HttpContext context, RelayContext parts) => context.Request.Path.Value switch
    {
        "/healthz" => JsonAsync(context, StatusCodes.Status200OK, null),
        "/readyz" => ReadyAsync(context, parts),
        "/metrics" => MetricsAsync(context, parts),
        _ => JsonAsync(context, StatusCodes.Status404NotFound, ServiceProblems.NotFound.At("address", "There are /healthz, /readyz and /metrics.")),
    };

    private static Task MetricsAsync(HttpContext context, RelayContext parts)
    {
        context.Response.ContentType = PrometheusText;
        return context.Response.WriteAsync(parts.Metrics.Text(parts.Log.Lost, parts.Certificates.Current.Expires), context.RequestAborted);
    }

    // The check takes the same path to the service as a request.
    private static async Task ReadyAsync(HttpContext context, RelayContext parts)
    {
        if (parts.Stopping.IsCancellationRequested)
        {
            await JsonAsync(context, StatusCodes.Status503ServiceUnavailable, null);
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(parts.Settings.Service, "/health/live"));
            using var answer = await parts.Service.SendAsync(request, patience.Token);
            await JsonAsync(
                context,
                answer.IsSuccessStatusCode ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
                answer.IsSuccessStatusCode
                    ? null
                    : RelayProblems.ServiceUnreachable.At(parts.Settings.Service.Authority, $"The service answers {(int)answer.StatusCode} to /health/live."));
        }
        catch (Exception e) when (e is HttpRequestException or ProblemException or OperationCanceledException or IOException)
        {
            await JsonAsync(context, StatusCodes.Status503ServiceUnavailable, RelayFaults.Describe(e, parts.Settings, parts.Witness));
        }
    }

    private static async Task JsonAsync(HttpContext context, int status, Problem? problem)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", status == StatusCodes.Status200OK ? "ok" : "unavailable");
            if (problem is not null)
            {
                json.WriteString("code", problem.Code);
                json.WriteString("where", problem.Where);
                json.WriteString("message", problem.Message);
            }

            json.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
    }
}
