using System.Runtime.InteropServices;
using Slipway.Cli;
using Slipway.Cli.Output;
using Slipway.Worker.Child;

// The sandboxed part of a worker, which processes untrusted files. It has no terminal, and only workers start it.
if (args is ["build-child"])
{
    BuildChild.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
    return ExitCode.Done;
}

var terminal = Terminal.OfProcess();
using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
var session = new CommandContext(terminal, interruption.Token);
return ProblemBoundary.Run(session, json: false, () => SlipwayCommand.Run(args, session));

void Interrupt(PosixSignalContext context)
{
    context.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}
