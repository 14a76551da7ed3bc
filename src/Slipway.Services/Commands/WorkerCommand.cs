using System.CommandLine;
using Slipway.Cli;
using Slipway.Services.Serving;

namespace Slipway.Services.Commands;

/// <summary><c>slipway worker</c>: runs a worker, which takes builds from a service.</summary>
internal static class WorkerCommand
{
    public static Command Create(CommandContext session)
    {
        var command = RuntimeVerbs.Worker.Create();
        var options = new WorkerArguments();
        options.AddTo(command);
        command.SetAction(result =>
        {
            var events = new EventPrinter(session.Terminal, result.GetValue(options.Json));
            return ProblemBoundary.Run(session, events.Failed, () => WorkerRun.RunAsync(session, options.Settings(result), events).GetAwaiter().GetResult());
        });
        HelpExamples.Describe(command, "slipway worker --service https://builds.example.com --token-file worker.token", "slipway worker --service http://127.0.0.1:8484 --token-file worker.token --slots 4");
        return command;
    }
}
