using System.CommandLine;
using Slipway.Cli.Output;
using Slipway.Firewall;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway firewall</c>: writes rules that let a network reach the service and nothing else.</summary>
internal static class FirewallCommand
{
    public static Command Create(CommandContext session, IRuntimeVerbs runtimeVerbs)
    {
        var options = new FirewallOptions();
        var json = JsonOption.Create();
        var command = new Command("firewall", "Write rules for a firewall or proxy that allow nothing but the service.")
        {
            FirewallDiffVerb.Create(session), FirewallCheckVerb.Create(session), FirewallWatchVerb.Create(session), runtimeVerbs.Create(RuntimeVerbs.FirewallFeed, session),
        };
        options.AddTo(command);
        command.Options.Add(json);
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var target = RuleTargets.All.Single(t => t.Name == result.GetValue(options.Format));
            var rules = RuleTargets.OnePart(target, options.RulesAsync(result, session.Cancellation).GetAwaiter().GetResult());
            var text = RuleTargets.Render(target, rules);
            var path = result.GetValue(options.Out);
            if (path is not null)
                WholeFile.Write(path, text);
            if (!result.GetValue(json))
                FirewallPrinter.Notes(session.Terminal.Error, target, rules);
            if (result.GetValue(json))
                JsonOutput.Write(session.Terminal, document => FirewallPrinter.Write(document, target, rules, path, text));
            else if (path is not null)
                FirewallPrinter.Print(session.Terminal.Out, rules, path);
            else
                session.Terminal.Out.Writer.Write(text);
            return ExitCode.Done;
        }));
        HelpExamples.Describe(
            command,
            "slipway firewall --format nftables --resolver 10.0.0.53 --out builder.nft",
            "slipway firewall --format aws-security-group --region GLOBAL --fit 60",
            "slipway firewall --format squid --by domain --domain builder.example.com",
            "slipway firewall diff ip-ranges-of-june.json ip-ranges.json",
            "slipway firewall check builder.nft",
            "slipway firewall watch --format nftables --out builder.nft --apply");
        return command;
    }
}
