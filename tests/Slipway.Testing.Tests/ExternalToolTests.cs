using System.Diagnostics;

namespace Slipway.Testing.Tests;

public sealed class ExternalToolTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_tool_says_what_it_was_fed_and_how_it_ended()
    {
        var result = ExternalTool.Run(new ProcessStartInfo("sh", ["-c", "cat; echo problem >&2; exit 3"]), "text");
        Assert.Equal((3, "text", "problem\n"), (result.ExitCode, result.Output, result.Errors));
        Assert.Contains("ended with 3: textproblem", Assert.Throws<InvalidOperationException>(result.Well).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_that_does_not_end_is_killed_and_named_with_its_last_words()
    {
        var error = Assert.Throws<TimeoutException>(() => ExternalTool.Run(new ProcessStartInfo("sh", ["-c", "echo $$; seq 30; sleep 600"]), limit: Short));
        Assert.Contains("sleep 600 did not end within 1 s; it was killed", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n29\n30", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n10\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_whose_child_holds_its_output_open_is_named()
    {
        var error = Assert.Throws<TimeoutException>(() => ExternalTool.Run(new ProcessStartInfo("sh", ["-c", "sleep 10 & echo gone"]), limit: Short));
        Assert.Contains("it has exited, but its output is still open", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_is_waited_for_by_its_lines()
    {
        using var process = StartedProcess.Start("sh", "-c", "echo one; echo two >&2; echo three; printf four");
        Assert.Equal("three", process.Line("thr"));
        Assert.Equal("four", process.Line("fou"));
        Assert.Contains("ended with code 0 before it said 'five'", Assert.Throws<InvalidOperationException>(() => process.Line("five")).Message, StringComparison.Ordinal);
        Assert.Equal(0, process.End().ExitCode);
    }

    [Fact]
    public void A_line_that_never_comes_kills_the_process()
    {
        using var process = StartedProcess.Start(new ProcessStartInfo("sh", ["-c", "echo one; exec sleep 600"]), Short);
        var error = Assert.Throws<TimeoutException>(() => process.Line("two"));
        Assert.EndsWith("did not say 'two' within 1 s; it was killed. It said last:\none", error.Message, StringComparison.Ordinal);
        Assert.True(process.Process.HasExited);
    }
}
