using System.Runtime.InteropServices;
using Slipway.Cli;
using Slipway.Cli.Output;

var terminal = Terminal.OfProcess();
using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
return SlipwayCommand.Run(args, new Session(terminal, interruption.Token));

void Interrupt(PosixSignalContext context)
{
    context.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}
