using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using Slipway.Cli.Commands;
using Slipway.Cli.Output;

namespace Slipway.Cli;

/// <summary>The command line: its verbs, help, and messages for invalid arguments.</summary>
internal static class SlipwayCommand
{
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // Placeholders of options whose value must not be empty.
    private static readonly HashSet<string> Places = ["file", "folder", "url", "file|url"];

    public static string Version { get; } =
        typeof(SlipwayCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static int Run(string[] args, CommandContext session, IRuntimeVerbs runtimeVerbs)
    {
        if (args is ["--version"])
        {
            session.Terminal.Out.Line(Version);
            return ExitCode.Done;
        }

        var root = Create(session, runtimeVerbs);
        var result = root.Parse(args.Length == 0 ? ["--help"] : args, Parsing);
        if (runtimeVerbs.Delegate(args, result) is { } delegated)
            return delegated;
        if (result.Errors.Count > 0)
            return Complain(result, session.Terminal, result.Errors.Select(e => e.Message));
        if (EmptyValues(result.CommandResult).ToList() is { Count: > 0 } empty)
            return Complain(result, session.Terminal, empty);
        var exit = result.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = session.Terminal.Out.Writer,
            Error = session.Terminal.Error.Writer,
        });
        return args.Length == 0 ? ExitCode.Usage : exit;
    }

    private static RootCommand Create(CommandContext session, IRuntimeVerbs runtimeVerbs)
    {
        var root = new RootCommand("Builds mobile apps from web apps, on your own machine.");
        root.Subcommands.Add(BuildCommand.Create(session));
        root.Subcommands.Add(InspectCommand.Create(session));
        root.Subcommands.Add(SignCommand.Create(session));
        root.Subcommands.Add(DexCommand.Create(session));
        root.Subcommands.Add(CredentialsCommand.Create(session));
        root.Subcommands.Add(LoginCommand.Create(session));
        root.Subcommands.Add(LogoutCommand.Create(session));
        root.Subcommands.Add(BuildsCommand.Create(session));
        root.Subcommands.Add(ToolchainCommand.Create(session));
        root.Subcommands.Add(runtimeVerbs.Create(RuntimeVerbs.Serve, session));
        root.Subcommands.Add(runtimeVerbs.Create(RuntimeVerbs.Worker, session));
        root.Subcommands.Add(runtimeVerbs.Create(RuntimeVerbs.Admin, session));
        root.Subcommands.Add(runtimeVerbs.Create(RuntimeVerbs.Backup, session));
        root.Subcommands.Add(runtimeVerbs.Create(RuntimeVerbs.Restore, session));
        root.Subcommands.Add(FirewallCommand.Create(session, runtimeVerbs));
        root.Subcommands.Add(DoctorCommand.Create(session));
        root.Subcommands.Add(runtimeVerbs.Create(RuntimeVerbs.Gateway, session));
        root.Subcommands.Add(CompletionCommand.Create(session));
        HelpExamples.Describe(root, "slipway build samples/field-notes", "slipway <verb> --help");
        return root;
    }

    // A value is empty if a script uses a variable that is not set.
    private static IEnumerable<string> EmptyValues(CommandResult command) =>
        command.Children.Where(child => child.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))).Select(child => child switch
        {
            OptionResult { Option: var option } when Places.Contains(option.HelpName ?? "") => $"{option.Name} is empty.",
            ArgumentResult { Argument: var argument } => $"{argument.Name} is empty.",
            _ => null,
        }).OfType<string>();

    private static int Complain(ParseResult result, Terminal terminal, IEnumerable<string> errors)
    {
        foreach (var error in errors.Distinct())
            terminal.Error.Line($"{terminal.Error.Red("usage")} {Terminal.Clean(OneLine(error))}");
        var verb = result.CommandResult.Command is RootCommand ? "" : " " + Path(result);
        terminal.Error.Line(terminal.Error.Dim($"  See slipway{verb} --help"));
        return ExitCode.Usage;
    }

    // The parser writes its suggestions on separate lines.
    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Path(ParseResult result)
    {
        var names = new List<string>();
        for (var command = result.CommandResult; command is not null && command.Command is not RootCommand; command = command.Parent as CommandResult)
            names.Insert(0, command.Command.Name);
        return string.Join(' ', names);
    }
}
