using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Slipway.Cli;
using Slipway.Protocol.Problems;

namespace Slipway.Native;

/// <summary>Runs the verbs that this program does not contain by becoming the program on the .NET runtime.</summary>
internal sealed class DelegatedVerbs : IRuntimeVerbs
{
    /// <summary>Variable with the path of the launcher, which builds the other program if necessary. The launcher sets it.</summary>
    private const string Launcher = "SLIPWAY_LAUNCHER";

    /// <summary>Variable that tells the launcher which program to start.</summary>
    private const string WantedProgram = "SLIPWAY_PROGRAM";

    private readonly HashSet<Command> _commands = [];

    public Command Create(RuntimeVerb verb, CommandContext session)
    {
        var command = verb.Create();
        command.TreatUnmatchedTokensAsErrors = false;
        if (verb.Argument is not null)
            command.Arguments.Add(new Argument<string[]>(verb.Argument) { Arity = ArgumentArity.OneOrMore });
        _commands.Add(command);
        return command;
    }

    public int? Delegate(string[] arguments, ParseResult result)
    {
        if (!IsDelegated(result) && !(arguments is [var directive, var line] && directive.StartsWith("[suggest", StringComparison.Ordinal) && IsDelegated(Completed(result, line))))
            return null;
        var launcher = Environment.GetEnvironmentVariable(Launcher) is { Length: > 0 } path ? path : null;
        if (launcher is not null)
        {
            Environment.SetEnvironmentVariable(WantedProgram, "runtime");
            ProgramReplacement.Become([launcher, .. arguments]);
        }

        throw new ProblemException(GeneralProblems.NoRuntime.At(
            result.CommandResult.Command.Name,
            launcher is null ? "This program was not started by the launcher." : $"The launcher {launcher} cannot be started."));
    }

    // The line begins with the name of the program.
    private static ParseResult Completed(ParseResult result, string line) =>
        result.RootCommandResult.Command.Parse([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)]);

    private bool IsDelegated(ParseResult result)
    {
        for (SymbolResult? symbol = result.CommandResult; symbol is not null; symbol = symbol.Parent)
        {
            if (symbol is CommandResult { Command: var command } && _commands.Contains(command))
                return true;
        }

        return false;
    }
}

/// <summary>Replaces this process by another program.</summary>
internal static partial class ProgramReplacement
{
    /// <summary>Becomes another program, with this process's environment and streams; returns only if it cannot be started.</summary>
    /// <param name="command">The program and its arguments.</param>
    public static void Become(string[] command)
    {
        // Changes through Environment do not reach the environment of the C library, which execv(3) would pass on.
        string?[] environment = [.. Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(v => $"{v.Key}={v.Value}"), null];
        _ = Execute(command[0], [.. command, null], environment);
    }

    [LibraryImport("libc", EntryPoint = "execve", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, string?[] arguments, string?[] environment);
}
