using System.CommandLine;
using Slipway.Cli.Output;
using Slipway.Firewall.Staleness;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway firewall check</c>: checks whether applied rules are out of date.</summary>
internal static class FirewallCheckVerb
{
    private const string StandardInput = "-";

    public static Command Create(CommandContext session)
    {
        var files = new Argument<string[]>("file") { Description = "File with applied rules, or - to read a firewall's listing. Several if they belong together.", Arity = ArgumentArity.OneOrMore };
        var source = new FirewallSourceOptions();
        var json = JsonOption.Create();
        var command = new Command("check", "Check whether applied rules lack addresses that have been published since.") { files };
        source.AddTo(command);
        command.Options.Add(json);
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var names = result.GetRequiredValue(files);
            var rules = AppliedRules.Of([.. names.Select(Read)]);
            var given = result.GetResult(source.Service) is { Implicit: false } || result.GetResult(source.Region) is { Implicit: false };
            var age = rules.ByName ? null : RulesAge.Of(rules, source.ReadAsync(result, session.Cancellation).GetAwaiter().GetResult(), given ? source.Filter(result) : null);
            var problem = age is { IsStale: true }
                ? FirewallProblems.RulesStale.At(names[0], $"{age.Diff.Added.Prefixes.Count()} prefixes of the list of {age.Published.CreateDate} are missing.")
                : null;
            if (result.GetValue(json))
            {
                JsonOutput.Write(session.Terminal, document =>
                {
                    RulesAgePrinter.Write(document, rules, age);
                    ProblemJson.Write(document, problem is null ? [] : [problem]);
                });
            }
            else
            {
                RulesAgePrinter.Print(session.Terminal.Out, rules, age);
                if (problem is not null)
                    ProblemPrinter.Print(session.Terminal.Error, [problem]);
            }

            return problem is null ? ExitCode.Done : ExitCode.InputAtFault;
        }));
        HelpExamples.Describe(command, "slipway firewall check builder.nft", "nft list table inet slipway | slipway firewall check - --region GLOBAL", "slipway firewall check rules.v4 rules.v6 --ranges ip-ranges.json --json");
        return command;
    }

    private static AppliedRules Read(string file)
    {
        try
        {
            using var stream = file == StandardInput ? Console.OpenStandardInput() : new FileStream(file, FileMode.Open, FileAccess.Read);
            var content = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                content.Write(buffer, 0, read);
                if (content.Length > AppliedRulesReader.MaxBytes)
                    throw new ProblemException(FirewallProblems.RulesNotRecognised.At(file, $"The file is larger than {AppliedRulesReader.MaxBytes >> 20} MiB."));
            }

            return AppliedRulesReader.Read(
                GivenText.Decode(content.GetBuffer().AsSpan(0, (int)content.Length)) ?? throw new ProblemException(FirewallProblems.RulesNotRecognised.At(file, "The file is neither UTF-8 nor UTF-16 with a byte order mark.")), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ProblemException(FirewallProblems.RulesNotRecognised.At(file, "The file cannot be opened."), e);
        }
    }
}
