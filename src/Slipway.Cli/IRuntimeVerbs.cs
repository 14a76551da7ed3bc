using System.CommandLine;

namespace Slipway.Cli;

/// <summary>How a program offers the verbs of <see cref="RuntimeVerbs"/>.</summary>
internal interface IRuntimeVerbs
{
    /// <summary>Returns the command of a verb.</summary>
    Command Create(RuntimeVerb verb, CommandContext session);

    /// <summary>Lets another program run a command line.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="result">The parsed command line.</param>
    /// <returns>The exit code; null if this program can run it.</returns>
    int? Delegate(string[] arguments, ParseResult result);
}
