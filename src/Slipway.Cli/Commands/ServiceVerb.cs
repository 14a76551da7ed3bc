using System.CommandLine;
using Slipway.Protocol.Client;

namespace Slipway.Cli.Commands;

/// <summary>Verbs that call a service.</summary>
internal static class ServiceVerb
{
    /// <summary>Creates a verb.</summary>
    /// <param name="session">The process's streams and cancellation.</param>
    /// <param name="name">Name of the verb.</param>
    /// <param name="description">Description for the help, one sentence.</param>
    /// <param name="symbols">Arguments and options of the verb, besides those that select the service.</param>
    /// <param name="run">The action; its last parameter says whether to print JSON.</param>
    /// <param name="examples">Examples for the help.</param>
    public static Command Create(
        CommandContext session, string name, string description, IReadOnlyList<Symbol> symbols, Func<SlipwayClient, ParseResult, bool, Task<int>> run, params string[] examples)
    {
        var command = new Command(name, description);
        foreach (var argument in symbols.OfType<Argument>())
            command.Arguments.Add(argument);
        foreach (var option in symbols.OfType<Option>())
            command.Options.Add(option);
        var service = new ServiceOptions();
        service.AddTo(command);
        var json = JsonOption.Create();
        command.Options.Add(json);
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            using var client = service.Open(result, session.Terminal);
            return run(client, result, result.GetValue(json)).GetAwaiter().GetResult();
        }));
        HelpExamples.Describe(command, examples);
        return command;
    }
}
