using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Slipway.Cli;
using Slipway.Cli.Commands;
using Slipway.Cli.Output;
using Slipway.Gateway.Learning;

namespace Slipway.Services.Commands;

/// <summary><c>slipway gateway learn</c>: makes an allow list from the hosts in a gateway's log.</summary>
internal static class GatewayLearnVerb
{
    public static Command Create(CommandContext session)
    {
        var logs = new Argument<string[]>("log") { Description = "Log files of slipway gateway.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = "File for the list, as a gateway configuration. Default: standard output.", HelpName = "file" };
        var least = new Option<int>("--min-count") { Description = "Leave out hosts that were requested less often than this.", HelpName = "number", DefaultValueFactory = _ => 1 };
        var json = JsonOption.Create();
        var command = new Command("learn", "Make an allow list from a log of what clients requested.") { logs, output, least, json };
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var reader = new DecisionLogReader();
            foreach (var log in result.GetRequiredValue(logs))
                reader.Read(log);
            var lesson = reader.Learn(result.GetValue(least));
            if (result.GetValue(output) is { } file)
                File.WriteAllText(file, Configuration(lesson));
            Tell(session.Terminal, result.GetValue(json), lesson, result.GetValue(output));
            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway gateway learn learn.jsonl --out gateway.json", "slipway gateway learn decisions.jsonl decisions.jsonl.1 --min-count 3 --json");
        return command;
    }

    private static string Configuration(LearningResult lesson)
    {
        var text = new StringBuilder("{\n  \"allow\": [\n");
        foreach (var host in lesson.Hosts)
            text.Append(CultureInfo.InvariantCulture, $"    \"{JsonEncodedText.Encode(host.Rule)}\", // {host.Count} requests of {host.Clients} clients, {host.First:yyyy-MM-dd} to {host.Last:yyyy-MM-dd}{(host.IsListed ? ", listed before" : "")}\n");
        return text.Append("  ]\n}\n").ToString();
    }

    private static void Tell(Terminal terminal, bool json, LearningResult lesson, string? file)
    {
        if (json)
        {
            JsonOutput.Write(terminal, document => Write(document, lesson));
            return;
        }

        if (file is null)
            terminal.Out.Writer.Write(Configuration(lesson));
        var ink = terminal.Error;
        ink.Line($"{lesson.Hosts.Count} hosts, {lesson.Hosts.Count(h => !h.IsListed)} of them new, from {lesson.Lines} lines. Review the list before you use it: it allows everything that any client requested.");
        foreach (var (reason, count) in lesson.LeftOut)
            ink.Line($"not learned: {Terminal.Clean(reason)}, {count} requests");
        if (lesson.Damaged > 0)
            ink.Line(ink.Yellow($"{lesson.Damaged} lines are damaged and were skipped"));
    }

    private static void Write(Utf8JsonWriter document, LearningResult lesson)
    {
        document.WriteString("status", "Finished");
        document.WriteStartArray("hosts");
        foreach (var host in lesson.Hosts)
        {
            document.WriteStartObject();
            document.WriteString("rule", host.Rule);
            document.WriteNumber("count", host.Count);
            document.WriteNumber("clients", host.Clients);
            document.WriteString("first", host.First);
            document.WriteString("last", host.Last);
            document.WriteBoolean("listed", host.IsListed);
            document.WriteEndObject();
        }

        document.WriteEndArray();
        document.WriteStartObject("leftOut");
        foreach (var (reason, count) in lesson.LeftOut)
            document.WriteNumber(reason, count);
        document.WriteEndObject();
        document.WriteNumber("lines", lesson.Lines);
        document.WriteNumber("damaged", lesson.Damaged);
    }
}
