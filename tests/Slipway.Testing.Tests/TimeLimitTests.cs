using System.Diagnostics;

namespace Slipway.Testing.Tests;

/// <summary>Hung tests, in a process of their own with a short limit.</summary>
public sealed class TimeLimitTests
{
    [Fact]
    public void An_asynchronous_test_that_hangs_fails_by_its_name_and_the_others_go_on()
    {
        var result = Run(nameof(HungTests.Nothing_ever_comes));
        Assert.Contains("Nothing_ever_comes [FAIL]", result.Output, StringComparison.Ordinal);
        Assert.Contains("Total: 1, Errors: 0, Failed: 1", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void A_test_that_blocks_its_thread_ends_the_process_by_its_name()
    {
        var result = Run(nameof(HungTests.A_thread_is_blocked_for_ever));
        Assert.Contains("A_thread_is_blocked_for_ever [FAIL]", result.Output, StringComparison.Ordinal);
        Assert.Contains("with a limit of 1 s", result.Output, StringComparison.Ordinal);
        Assert.Equal(86, result.ExitCode);
    }

    private static ToolResult Run(string method) => ExternalTool.Run(
        new ProcessStartInfo(Environment.ProcessPath!, ["-noLogo", "-noColor", "-explicit", "only", "-method", "*." + method]) { Environment = { ["SLIPWAY_TEST_LIMIT"] = "1" } });
}
