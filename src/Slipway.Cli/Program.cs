using System.Runtime.InteropServices;
using Slipway.Cli;
using Slipway.Cli.Output;
using Slipway.Worker.Child;

// The part of a worker that meets strangers' files: it has no terminal, and nobody calls it by hand.
if (args is ["build-child"])
{
    BuildChild.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
    return ExitCode.Done;
}

var terminal = Terminal.OfProcess();
using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
var session = new Session(terminal, interruption.Token);
return Edge.Run(session, json: false, () => SlipwayCommand.Run(args, session));

void Interrupt(PosixSignalContext context)
{
    context.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}
