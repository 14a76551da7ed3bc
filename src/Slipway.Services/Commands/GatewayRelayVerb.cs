using System.CommandLine;
using Slipway.Cli;
using Slipway.Services.Serving;

namespace Slipway.Services.Commands;

/// <summary><c>slipway gateway relay</c>: an endpoint inside the network that passes the service's API and pages on.</summary>
internal static class GatewayRelayVerb
{
    public static Command Create(CommandContext session)
    {
        var command = new Command("relay", "Run a reverse proxy inside the network that passes the service's API and pages, and nothing else, to the service.");
        var options = new GatewayRelayOptions();
        options.AddTo(command);
        command.SetAction(result =>
        {
            var events = new EventPrinter(session.Terminal, result.GetValue(options.Json));
            return ProblemBoundary.Run(session, events.Failed, () => RelayRun.RunAsync(session, options, result, events).GetAwaiter().GetResult());
        });
        HelpExamples.Describe(
            command,
            "slipway gateway relay --service https://builder.example.com --certificate relay.pem --key relay.key",
            "slipway gateway relay --listen 10.0.0.5:443 --service https://builder.example.com --certificate relay.pem --key relay.key --proxy http://svc@proxy.corp:3128 --proxy-password-file proxy.password",
            "slipway gateway relay --service https://builder.example.com --certificate relay.pem --key relay.key --client-ca people.pem --require-client-certificate --admin 127.0.0.1:3129 --log relay.jsonl");
        return command;
    }
}
