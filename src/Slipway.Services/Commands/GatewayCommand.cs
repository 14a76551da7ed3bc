using System.CommandLine;
using Slipway.Cli;
using Slipway.Services.Serving;

namespace Slipway.Services.Commands;

/// <summary><c>slipway gateway</c>: connects a locked-down network to the service. Without a further verb, it runs the forward proxy.</summary>
internal static class GatewayCommand
{
    public static Command Create(CommandContext session)
    {
        var command = RuntimeVerbs.Gateway.Create();
        foreach (var verb in new[] { GatewayRelayVerb.Create(session), GatewayEnrolVerb.Create(session), GatewayLearnVerb.Create(session) })
            command.Subcommands.Add(verb);
        var options = new GatewayOptions();
        options.AddTo(command);
        command.SetAction(result =>
        {
            var events = new EventPrinter(session.Terminal, result.GetValue(options.Json));
            return ProblemBoundary.Run(session, events.Failed, () => GatewayRun.RunAsync(session, options, result, events).GetAwaiter().GetResult());
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(options.Config) is null && result.GetResult(options.Service) is null && result.GetResult(options.Allow) is null)
                result.AddError("--allow, --service or --config is needed: without them, the gateway would refuse every request.");
        });
        HelpExamples.Describe(
            command,
            "slipway gateway --allow builder.example.com",
            "slipway gateway --service https://builder.example.com --listen 10.0.0.5:3128 --log decisions.jsonl --admin 127.0.0.1:3129",
            "slipway gateway --config gateway.json --check",
            "slipway gateway --config gateway.json --report-only --log learn.jsonl");
        return command;
    }
}
