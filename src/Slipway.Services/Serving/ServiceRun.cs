using System.Net;
using System.Runtime.ExceptionServices;
using Slipway.Cli;
using Slipway.Server;

namespace Slipway.Services.Serving;

/// <summary>A server with its worker, from the start to the signal that ends it.</summary>
internal static class ServiceRun
{
    private const string LoopbackOnly = "http://127.0.0.1:0";
    private static readonly TimeSpan LastRequests = TimeSpan.FromSeconds(5);

    /// <summary>Runs until the session is cancelled; the worker's builds may still end then.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">It cannot start.</exception>
    public static async Task<int> RunAsync(CommandContext session, ServeSettings settings, EventPrinter events)
    {
        await using var server = await HostedServer.StartAsync(Options(settings), session.Cancellation);
        events.Noted(server.Notes);
        events.Listening(server.Addresses.Take(settings.Server.Urls.Count), settings.Server.DataFolder, server.Key);
        if (await server.FirstTokenAsync(session.Cancellation) is { } token)
            events.FirstToken(token, TokenFile.TryWrite(settings.Server.DataFolder, token), server.Addresses[0]);
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

    // The worker of this machine speaks plainly and never leaves the machine, whatever the addresses for others are.
    private static ServerOptions Options(ServeSettings settings) => settings.Worker && LoopbackAddress.Among(settings.Server.Urls) is null
        ? settings.Server with { Urls = [.. settings.Server.Urls, LoopbackOnly] }
        : settings.Server;
}

/// <summary>Finds the address under which a process of the same machine reaches a server.</summary>
internal static class LoopbackAddress
{
    /// <summary>The first address that takes plain HTTP from this machine; null when there is none.</summary>
    /// <param name="addresses">What the server listens on.</param>
    public static Uri? Among(IEnumerable<string> addresses) => addresses.Select(Of).FirstOrDefault(address => address is not null);

    private static Uri? Of(string address)
    {
        var text = address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
            return null;
        if (uri.IsLoopback)
            return uri;
        if (!IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip))
            return null;
        return ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any) ? new UriBuilder(uri) { Host = ip.Equals(IPAddress.Any) ? "127.0.0.1" : "[::1]" }.Uri : null;
    }
}
