using System.Runtime.ExceptionServices;
using Slipway.Server;

namespace Slipway.Cli.Serving;

/// <summary>A server with its worker, from the start to the signal that ends it.</summary>
internal static class Service
{
    private const string LoopbackOnly = "http://127.0.0.1:0";
    private static readonly TimeSpan LastRequests = TimeSpan.FromSeconds(5);

    /// <summary>Runs until the session is cancelled; the worker's builds may still end then.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">It cannot start.</exception>
    public static async Task<int> RunAsync(Session session, ServeSettings settings, EventPrinter events)
    {
        await using var server = await HostedServer.StartAsync(Options(settings), session.Cancellation);
        events.Noted(server.Notes);
        events.Listening(server.Addresses.Take(settings.Urls.Count), settings.DataFolder, server.Key);
        if (await server.FirstTokenAsync(session.Cancellation) is { } token)
            events.FirstToken(token, TokenFile.TryWrite(settings.DataFolder, token), server.Addresses[0]);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(session.Cancellation, server.Failed);
        try
        {
            if (settings.Worker)
                await new WorkerProcess(server, LoopbackAddress.Among(server.Addresses)!, settings, events).RunAsync(end.Token);
            else
                await Task.Delay(Timeout.Infinite, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // This is how it ends.
        }

        var failure = server.Failure;
        events.Stopping();
        await server.StopAsync(LastRequests);
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        return ExitCode.Done;
    }

    private static ServerOptions Options(ServeSettings settings) => new(settings.DataFolder)
    {
        // The worker of this machine speaks plainly and never leaves the machine, whatever the addresses for others are.
        Urls = settings.Worker && LoopbackAddress.Among(settings.Urls) is null ? [.. settings.Urls, LoopbackOnly] : settings.Urls,
        Database = settings.Database,
        Blobs = settings.Blobs,
        PublicAddress = settings.PublicAddress,
        Hosts = settings.Hosts,
        Connections = settings.Connections,
        VaultKeyFile = settings.VaultKeyFile,
        TrustedProxies = settings.TrustedProxies,
        AllowedWebhooks = settings.AllowedWebhooks,
        WebhookProxy = settings.WebhookProxy,
        AllowedOrigins = settings.AllowedOrigins,
        AlsoHosts = settings.AlsoHosts,
        CertificatePins = settings.CertificatePins,
        AuditDays = settings.AuditDays,
        Telemetry = settings.Telemetry,
    };
}
