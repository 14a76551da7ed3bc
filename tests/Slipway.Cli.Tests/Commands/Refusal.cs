using System.Text.Json;

namespace Slipway.Cli.Tests.Commands;

/// <summary>What every refusal has to look like with <c>--json</c>: exit code 1, one code, and what to do about it.</summary>
internal static class Refusal
{
    public static void Is(string code, SlipwayRun run)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Error);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal("Error", document.RootElement.GetProperty("status").GetString());
        var errors = document.RootElement.GetProperty("problems").EnumerateArray().Where(p => p.GetProperty("severity").GetString() == "Error").ToList();
        Assert.Equal([code], errors.Select(p => p.GetProperty("code").GetString()).Distinct());
        Assert.All(errors, e => Assert.NotEqual("", e.GetProperty("message").GetString()));
        Assert.All(errors, e => Assert.NotEqual("", e.GetProperty("remedy").GetString()));
    }
}
