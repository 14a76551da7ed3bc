using System.Runtime.InteropServices;
using Slipway.Cli.Output;

namespace Slipway.Cli;

/// <summary>A process that runs one command line: its terminal, its signals, its exit code.</summary>
internal static class SlipwayProcess
{
    /// <summary>Runs a command line to its end.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, IRuntimeVerbs runtimeVerbs)
    {
        using var interruption = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        var session = new CommandContext(Terminal.OfProcess(), interruption.Token);
        return ProblemBoundary.Run(session, json: false, () => SlipwayCommand.Run(arguments, session, runtimeVerbs));

        void Interrupt(PosixSignalContext context)
        {
            context.Cancel = !interruption.IsCancellationRequested;
            interruption.Cancel();
        }
    }
}
