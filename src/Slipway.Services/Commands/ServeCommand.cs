using System.CommandLine;
using Slipway.Cli;
using Slipway.Services.Serving;

namespace Slipway.Services.Commands;

/// <summary><c>slipway serve</c>: runs a server of the service, with a worker unless the options exclude it.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandContext session)
    {
        var command = RuntimeVerbs.Serve.Create();
        var options = new ServeOptions();
        options.AddTo(command);
        command.SetAction(result =>
        {
            var events = new EventPrinter(session.Terminal, result.GetValue(options.Json));
            return ProblemBoundary.Run(session, events.Failed, () => ServiceRun.RunAsync(session, options.Settings(result), events).GetAwaiter().GetResult());
        });
        HelpExamples.Describe(
            command,
            "slipway serve",
            "slipway serve --urls http://0.0.0.0:8484 --public-url https://builds.example.com --data /srv/slipway",
            "slipway serve --database postgres://slipway@db.example.com/slipway --blobs 's3://builds?endpoint=https://s3.example.com' --no-worker");
        return command;
    }
}
