using System.CommandLine;
using Slipway.Protocol.Client;

namespace Slipway.Cli.Commands;

/// <summary>Verbs that ask a service.</summary>
internal static class ServiceVerb
{
    /// <summary>Makes one.</summary>
    /// <param name="session">Streams and cancellation.</param>
    /// <param name="name">The verb.</param>
    /// <param name="description">What it does, a sentence.</param>
    /// <param name="symbols">Its own arguments and options.</param>
    /// <param name="run">The work; told whether JSON is wanted.</param>
    /// <param name="examples">How it is called.</param>
    public static Command Create(
        Session session, string name, string description, IReadOnlyList<Symbol> symbols, Func<SlipwayClient, ParseResult, bool, Task<int>> run, params string[] examples)
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
        command.SetAction(result => Edge.Run(session, result.GetValue(json), () =>
        {
            using var client = service.Open(result, session.Terminal);
            return run(client, result, result.GetValue(json)).GetAwaiter().GetResult();
        }));
        Help.Describe(command, examples);
        return command;
    }
}
