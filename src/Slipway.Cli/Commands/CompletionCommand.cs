using System.CommandLine;
using Slipway.Cli.Output;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway completion</c>: prints scripts with which a shell completes verbs, options and values by asking this program.</summary>
internal static class CompletionCommand
{
    private const string Bash =
        """
        _slipway() {
            local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]}
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null | grep -v ^/)" -- "$word"))
        }
        complete -o default -F _slipway slipway
        """;

    private const string Zsh =
        """
        #compdef slipway
        _slipway() {
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null | grep -v ^/)}")
            compadd -a found || _files
        }
        compdef _slipway slipway
        """;

    private const string Fish =
        """
        complete -c slipway -a '(slipway "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null | grep -v ^/)'
        """;

    public static Command Create(CommandContext session)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var json = JsonOption.Create();
        var command = new Command("completion", "Print a completion script for a shell.") { shell, json };
        command.SetAction(result =>
        {
            var script = result.GetRequiredValue(shell) switch
            {
                "zsh" => Zsh,
                "fish" => Fish,
                _ => Bash,
            };
            if (result.GetValue(json))
                JsonOutput.Write(session.Terminal, document => document.WriteString("script", script));
            else
                session.Terminal.Out.Line(script);
            return ExitCode.Done;
        });
        HelpExamples.Describe(command, "slipway completion bash > ~/.local/share/bash-completion/completions/slipway", "slipway completion fish > ~/.config/fish/completions/slipway.fish");
        return command;
    }
}
