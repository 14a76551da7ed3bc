using System.CommandLine;
using Slipway.Cli.Output;
using Slipway.Firewall;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway firewall diff</c>: compares two lists of addresses.</summary>
internal static class FirewallDiffVerb
{
    public static Command Create(CommandContext session)
    {
        var old = new Argument<string>("old") { Description = "Address list that the rules were made from." };
        var now = new Argument<string>("new") { Description = "Newer address list: a file or an https URL." };
        var source = new FirewallSourceOptions();
        var json = JsonOption.Create();
        var command = new Command("diff", "Show which addresses were added and removed between two lists.") { old, now };
        source.AddTo(command, withRanges: false);
        command.Options.Add(json);
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var filter = source.Filter(result);
            var before = Read(session, result.GetRequiredValue(old));
            var after = Read(session, result.GetRequiredValue(now));
            var diff = RangesDiff.Between(before.Select(filter), after.Select(filter));
            if (result.GetValue(json))
                JsonOutput.Write(session.Terminal, document => FirewallPrinter.Write(document, before, after, filter, diff));
            else
                FirewallPrinter.Print(session.Terminal.Out, before, after, diff);
            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway firewall diff ip-ranges-of-june.json ip-ranges.json", $"slipway firewall diff ip-ranges.json {RangesSource.Published} --json");
        return command;
    }

    private static PublishedRanges Read(CommandContext session, string location) =>
        FirewallSourceOptions.ReadAsync(location, session.Cancellation).GetAwaiter().GetResult();
}
