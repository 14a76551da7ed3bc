using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Slipway.Cli;

/// <summary>Adds examples to the help of a verb.</summary>
internal static class HelpExamples
{
    public static void Describe(Command command, params string[] examples)
    {
        var option = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (option is null)
            command.Options.Add(option = new HelpOption());
        option.Action = new WithExamples(new HelpAction(), examples);
    }

    private sealed class WithExamples(HelpAction usual, string[] examples) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            usual.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine("  " + example);
            return ExitCode.Done;
        }
    }
}
