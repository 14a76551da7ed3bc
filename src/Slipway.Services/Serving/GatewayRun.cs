using System.CommandLine;
using System.Runtime.InteropServices;
using Slipway.Build;
using Slipway.Cli;
using Slipway.Gateway.Hosting;
using Slipway.Services.Commands;

namespace Slipway.Services.Serving;

/// <summary>A gateway, from the start to the signal that ends it.</summary>
internal static class GatewayRun
{
    /// <summary>Runs until the session is cancelled; tunnels may still end then.</summary>
    /// <exception cref="Protocol.Problems.ProblemException">It cannot start.</exception>
    public static async Task<int> RunAsync(CommandContext session, GatewayOptions options, ParseResult arguments, EventPrinter events)
    {
        // What follows on an event of a socket runs where the event was seen, without a way to another thread. Read by the runtime
        // with the first socket (SocketAsyncEngine); nothing in a tunnel blocks.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        var source = new ConfigurationSource(arguments.GetValue(options.Config), () => options.Read(arguments));
        if (arguments.GetValue(options.Check))
        {
            var configuration = source.Read();
            var composer = new SettingsComposer(TimeProvider.System);
            events.Checked(configuration, composer.Compose(configuration, [], composer.Route(configuration), null));
            return ExitCode.Done;
        }

        await using var gateway = await GatewayHost.StartAsync(source, Folder, Console.OpenStandardOutput, events.Report, TimeProvider.System, session.Cancellation);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            _ = gateway.ReloadAsync();
        });
        events.Guarding(gateway);
        try
        {
            await Task.Delay(Timeout.Infinite, session.Cancellation);
        }
        catch (OperationCanceledException)
        {
            // This is how it ends.
        }

        events.Stopping();
        await gateway.StopAsync();
        return ExitCode.Done;
    }

    private static string Folder => Path.Combine(BuildEnvironment.OfThisUser().DataFolder, "gateway");
}
