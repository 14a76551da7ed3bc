using System.CommandLine;
using System.Diagnostics;
using Slipway.Cli;
using Slipway.Services.Commands;

namespace Slipway.Services;

/// <summary>The verbs that need the web framework, run by this program.</summary>
internal sealed class ServiceVerbs : IRuntimeVerbs
{
    public Command Create(RuntimeVerb verb, CommandContext session) => verb switch
    {
        _ when verb == RuntimeVerbs.Serve => ServeCommand.Create(session),
        _ when verb == RuntimeVerbs.Worker => WorkerCommand.Create(session),
        _ when verb == RuntimeVerbs.Admin => AdminCommand.Create(session),
        _ when verb == RuntimeVerbs.Backup => BackupCommand.Create(session),
        _ when verb == RuntimeVerbs.Restore => BackupCommand.CreateRestore(session),
        _ when verb == RuntimeVerbs.Gateway => GatewayCommand.Create(session),
        _ when verb == RuntimeVerbs.FirewallFeed => FirewallFeedVerb.Create(session),
        _ => throw new UnreachableException(),
    };

    public int? Delegate(string[] arguments, ParseResult result) => null;
}
