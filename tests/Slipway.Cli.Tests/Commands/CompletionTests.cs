namespace Slipway.Cli.Tests.Commands;

/// <summary>A real bash completes what a person begins to type.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("slipway bui", "build builds")]
    [InlineData("slipway builds ca", "cancel")]
    [InlineData("slipway build app --plat", "--platform")]
    [InlineData("slipway build app --platform ", "all android ios")]
    [InlineData("slipway credentials add x --kind p", "profile")]
    [InlineData("slipway nonsen", "")]
    public void Bash_completes(string line, string expected)
    {
        File.SetUnixFileMode(_folder.Add("slipway", $"#!/bin/sh\nexec dotnet exec '{SlipwayRun.Assembly}' \"$@\"\n"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var script = SlipwayRun.Of("completion", "bash");
        Assert.Equal(0, script.ExitCode);
        var run = SlipwayRun.Of("bash", ["-c", $"PATH={_folder.Path}:$PATH\n{script.Out}\n{Complete}", "bash", line], []);
        Assert.Equal("", run.Error);
        Assert.Equal(expected, string.Join(' ', run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("zsh", "#compdef slipway")]
    [InlineData("fish", "complete -c slipway")]
    public void Other_shells_have_a_script_too(string shell, string beginning) =>
        Assert.StartsWith(beginning, SlipwayRun.Of("completion", shell).Out, StringComparison.Ordinal);

    // What bash does when somebody presses the tabulator.
    private const string Complete =
        """
        COMP_LINE=$1 COMP_POINT=${#1}
        read -ra COMP_WORDS <<<"$COMP_LINE"
        [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        "$(complete -p slipway | sed 's/.*-F \([^ ]*\).*/\1/')"
        printf '%s\n' "${COMPREPLY[@]}"
        """;
}
