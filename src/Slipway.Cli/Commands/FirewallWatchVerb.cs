using System.CommandLine;
using System.Runtime.InteropServices;
using Slipway.Cli.Output;
using Slipway.Firewall;
using Slipway.Firewall.Watch;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway firewall watch</c>: keeps a file of rules up to date with the published addresses.</summary>
internal static class FirewallWatchVerb
{
    private static readonly TimeSpan CommandTime = TimeSpan.FromSeconds(60);

    public static Command Create(CommandContext session)
    {
        var options = new FirewallOptions();
        var interval = new Option<int>("--interval") { Description = "Minutes between two checks of the list. SIGHUP checks at once.", HelpName = "minutes", DefaultValueFactory = _ => 60 };
        var keep = new Option<int>("--keep-days") { Description = "Days for which addresses stay allowed after they have left the list.", HelpName = "days", DefaultValueFactory = _ => 7 };
        var apply = new Option<bool>("--apply") { Description = "Apply the file with nft -f, in one step." };
        var run = new Option<string?>("--run") { Description = "Program that applies the rules; its argument is the file. If it fails, the previous file is applied again.", HelpName = "program" };
        var once = new Option<bool>("--once") { Description = "Check once and exit, for cron or a systemd timer." };
        var json = JsonOption.Create();
        var command = new Command("watch", "Keep a file of rules up to date with the published addresses.") { interval, keep, apply, run, once };
        options.AddTo(command);
        command.Options.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetResult(options.Out) is null || result.GetResult(options.Out) is { Tokens.Count: 0 })
                result.AddError("--out is needed: the file to keep up to date.");
            if (result.GetResult(options.By)?.Tokens is [{ Value: "domain" }])
                result.AddError("Rules by name need no updates, because names do not change.");
            if (result.GetResult(apply) is { Tokens.Count: >= 0, Implicit: false } && (result.GetResult(run) is not null || result.GetResult(options.Format)?.Tokens is not [{ Value: "nftables" }]))
                result.AddError("--apply needs --format nftables, and cannot be combined with --run.");
            foreach (var (option, most) in new[] { (interval, 10_000), (keep, 366) })
            {
                if (result.GetResult(option)?.Tokens is [var token] && (!int.TryParse(token.Value, out var number) || number < (option == interval ? 1 : 0) || number > most))
                    result.AddError($"{option.Name} is a number up to {most}.");
            }
        });
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var plan = new WatchPlan
            {
                Path = result.GetValue(options.Out)!,
                Target = RuleTargets.All.Single(t => t.Name == result.GetValue(options.Format)),
                Filter = options.Source.Filter(result),
                Complete = rules => options.Complete(result, rules),
                Fit = result.GetValue(options.Fit),
                MaxExtra = result.GetValue(options.MaxExtra),
                Keep = TimeSpan.FromDays(result.GetValue(keep)),
                Command = Program(result.GetValue(apply), result.GetValue(run)),
            };
            if (!result.GetValue(json))
                FirewallPrinter.Notes(session.Terminal.Error, plan.Target, options.Complete(result, new RuleSet()));
            var every = result.GetValue(once) ? (TimeSpan?)null : TimeSpan.FromMinutes(result.GetValue(interval));
            WatchAsync(session, plan, result.GetRequiredValue(options.Source.Ranges), every, result.GetValue(json)).GetAwaiter().GetResult();
            return ExitCode.Done;
        }));
        HelpExamples.Describe(
            command,
            "slipway firewall watch --format nftables --resolver 10.0.0.53 --out /etc/nftables.d/builder.nft --apply",
            "slipway firewall watch --format plain --out /var/www/feed/builder.txt --once");
        return command;
    }

    private static RuleCommand? Program(bool nft, string? named) => nft
        ? new RuleCommand(["nft", "-f"], CommandTime) { Probe = ["nft", "-t", "list", "table", "inet", "slipway"] }
        : named is null ? null : new RuleCommand([named], CommandTime);

    private static async Task WatchAsync(CommandContext session, WatchPlan plan, string location, TimeSpan? interval, bool json)
    {
        using var client = FirewallSourceOptions.Client();
        using var now = new SemaphoreSlim(0);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            now.Release();
        });
        var watch = new RangesWatch(plan, new RangesSource(location, client), TimeProvider.System);
        while (true)
        {
            try
            {
                Tell(session, plan.Path, await watch.LookAsync(session.Cancellation), json);
            }
            catch (ProblemException e) when (interval is not null)
            {
                // If the list cannot be fetched now, the rules stay as they are until the next check.
                ProblemPrinter.Print(session.Terminal.Error, e.Problems);
            }

            if (interval is not { } pause)
                return;
            await now.WaitAsync(pause, session.Cancellation);
        }
    }

    private static void Tell(CommandContext session, string path, RangesDiff? diff, bool json)
    {
        if (json)
            JsonOutput.Write(session.Terminal, document => FirewallPrinter.Write(document, path, diff));
        else if (diff is not null)
            FirewallPrinter.Print(session.Terminal.Out, path, diff);
    }
}
