using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Slipway.Connect.Failures;
using Slipway.Listening;
using Slipway.Protocol.Problems;
using Yarp.ReverseProxy.Forwarder;

namespace Slipway.Gateway.Relay;

/// <summary>A running relay.</summary>
public sealed class RelayServer : IAsyncDisposable
{
    private const int LongestRequestLine = 8 << 10;
    private const int LargestHeaders = 32 << 10;
    private const int StreamWindow = 1 << 20;
    private static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan HandshakeTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly RelayContext _parts;
    private readonly RelayAdministration? _administration;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;

    private RelayServer(WebApplication app, RelayContext parts, RelayAdministration? administration, Action<RelayEvent> tell)
    {
        _app = app;
        _parts = parts;
        _administration = administration;
        _watching = WatchAsync(tell, _end.Token);
    }

    /// <summary>The addresses where it listens, with the ports that the system assigned.</summary>
    public IReadOnlyList<string> Addresses => [.. _app.Urls];

    /// <summary>The address of health and metrics; null when they are not served.</summary>
    public string? Administration => _administration?.Address;

    /// <summary>When its certificate expires.</summary>
    public DateTimeOffset Expires => _parts.Certificates.Current.Expires;

    /// <summary>Starts a relay.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="log">Receives a line for each request. The caller closes it.</param>
    /// <param name="tell">Receives the events of the relay itself.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <exception cref="ProblemException">The settings cannot be used, or the machine refuses something, such as an address.</exception>
    public static async Task<RelayServer> StartAsync(RelaySettings settings, RelayLog log, Action<RelayEvent> tell, CancellationToken cancellation)
    {
        var parts = new RelayContext(settings, log, TimeProvider.System);
        var app = Create(parts);
        RelayAdministration? administration = null;
        try
        {
            await StartAsync(app, string.Join(' ', settings.Listen), cancellation);
            if (settings.Administration is { } place)
                administration = await RelayAdministration.StartAsync(parts, place, cancellation);
            return new RelayServer(app, parts, administration, tell);
        }
        catch
        {
            await app.DisposeAsync();
            parts.Dispose();
            throw;
        }
    }

    /// <summary>Stops accepting requests, ends streams, and lets other requests end within a time limit.</summary>
    /// <param name="most">The time limit.</param>
    public async Task StopAsync(TimeSpan most)
    {
        await _end.CancelAsync();
        _parts.Stop();
        using var patience = new CancellationTokenSource(most);
        try
        {
            await _app.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Requests that were still running were cancelled.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        await _app.DisposeAsync();
        if (_administration is not null)
            await _administration.DisposeAsync();
        _parts.Dispose();
        _end.Dispose();
    }

    internal static async Task StartAsync(WebApplication app, string where, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new ProblemException(HostingProblems.AddressInUse.At(where, "Another program listens there.",
                "End the other program, or choose another port."), e);
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new ProblemException(HostingProblems.AddressRefused.At(where, "The system does not allow listening at this address."), e);
        }
    }

    private static WebApplication Create(RelayContext parts)
    {
        // A line that ends with a bare line feed can hide a request (RFC 9112, 2.2, lets the reader accept it).
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Limit(kestrel, parts));
        builder.Services.AddHttpForwarder();
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        builder.Services.AddConnectionLimits(() =>
            ConnectionLimits.For(parts.Settings.MostConnections, parts.Settings.MostPerAddress, OpenFileLimit.OfThisProcess(), "--max-connections") with
            {
                Shared = parts.Settings.PersonSources
            });
        var app = builder.Build();
        var endpoint = new RelayEndpoint(parts, app.Services.GetRequiredService<IHttpForwarder>());
        app.UseConnectionLimits(endpoint.RefuseAsync);
        app.Run(endpoint.InvokeAsync);
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel, RelayContext parts)
    {
        kestrel.AddServerHeader = false;
        // The service limits the body of each route, and the relay does not buffer bodies.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        kestrel.Limits.RequestHeadersTimeout = HeadersTime;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: QuietTime);
        kestrel.Limits.Http2.InitialStreamWindowSize = StreamWindow;
        kestrel.Limits.Http2.InitialConnectionWindowSize = 2 * StreamWindow;
        foreach (var place in parts.Settings.Listen)
        {
            kestrel.Listen(place, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.Use(next => async connection =>
                {
                    parts.Metrics.Connected(1);
                    try
                    {
                        await next(connection);
                    }
                    finally
                    {
                        parts.Metrics.Connected(-1);
                    }
                });
                listen.UseHttps(new TlsHandshakeCallbackOptions
                {
                    HandshakeTimeout = HandshakeTime,
                    OnConnection = _ => ValueTask.FromResult(ClientCertificates.Options(parts.Certificates.Current, parts.Settings.ClientCertificateRequired)),
                });
            });
        }
    }

    private async Task WatchAsync(Action<RelayEvent> tell, CancellationToken end)
    {
        using var timer = new PeriodicTimer(_parts.Settings.ReloadTime, _parts.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
                Look(tell);
        }
        catch (OperationCanceledException)
        {
            // The relay is being stopped.
        }
    }

    // A failure of one check must not stop the checks after it.
    private void Look(Action<RelayEvent> tell)
    {
        try
        {
            if (_parts.Certificates.Refresh() is { } news)
                tell(news);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Tell(tell, new RelayEvent("certificate", "kept as it was", [GeneralProblems.Failed.At(ExceptionOrigin.Of(e), $"{e.GetType().Name}.")]));
        }
    }

    // The relay continues when its events can no longer be written.
    private static void Tell(Action<RelayEvent> tell, RelayEvent news)
    {
        try
        {
            tell(news);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
        }
    }
}
