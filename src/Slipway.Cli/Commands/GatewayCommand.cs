using System.CommandLine;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway gateway</c>: doors between a network that is locked down and the builder.</summary>
internal static class GatewayCommand
{
    public static Command Create(Session session)
    {
        var command = new Command("gateway", "Lead a network that is locked down to the builder.") { GatewayRelayVerb.Create(session) };
        Help.Describe(command, "slipway gateway relay --help");
        return command;
    }
}
