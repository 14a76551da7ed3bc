using System.CommandLine;
using Slipway.Cli;
using Slipway.Gateway.Relay;
using Slipway.Services.Commands;

namespace Slipway.Services.Serving;

/// <summary>A relay, from the start to the signal that ends it.</summary>
internal static class RelayRun
{
    /// <summary>Runs until the session is cancelled; requests may still end then.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">It cannot start.</exception>
    public static async Task<int> RunAsync(CommandContext session, GatewayRelayOptions options, ParseResult arguments, EventPrinter events)
    {
        var settings = options.Settings(arguments);
        var path = arguments.GetRequiredValue(options.Log);
        await using var log = path == "-" ? new RelayLog(Console.OpenStandardOutput()) : RelayLog.Append(path);
        await using var relay = await RelayServer.StartAsync(settings, log, events.Report, session.Cancellation);
        events.Relaying(relay, settings);
        try
        {
            await Task.Delay(Timeout.Infinite, session.Cancellation);
        }
        catch (OperationCanceledException)
        {
            // This is how it ends.
        }

        events.Stopping();
        await relay.StopAsync(TimeSpan.FromSeconds(arguments.GetValue(options.DrainSeconds)));
        return ExitCode.Done;
    }
}
