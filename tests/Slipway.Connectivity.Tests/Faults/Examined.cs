using System.Text.Json;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>What the doctor found on a machine of the customer.</summary>
/// <param name="Run">The program's answer.</param>
public sealed record Examined(Ran Run)
{
    private readonly JsonElement _report = JsonDocument.Parse(Run.Out).RootElement;

    /// <summary>Ids of what failed by itself.</summary>
    public IReadOnlyList<string> Roots => [.. _report.GetProperty("rootCauses").EnumerateArray().Select(id => id.GetString()!)];

    /// <summary>A member of a check.</summary>
    public string? Of(string check, string member) => Check(check).GetProperty(member).GetString();

    /// <summary>Everything is as it should be.</summary>
    public void IsWell()
    {
        Assert.True(_report.GetProperty("verdict").GetString() == "Ok", Run.Out);
        Run.Well();
    }

    /// <summary>One check failed by itself, for this cause; what else failed is because of it, and it says what to do and what to write to whom.</summary>
    public void IsCausedBy(string check, string cause, int exitCode = 3)
    {
        Assert.True(Roots is [var root] && root == check, $"{check} expected: {Run.Out}");
        Assert.Equal((cause, exitCode), (Of(check, "cause"), Run.ExitCode));
        Assert.All(_report.GetProperty("checks").EnumerateArray(), other => Assert.True(other.GetProperty("state").GetString() is "Ok" or "Skipped" || other.GetProperty("id").GetString() == check || other.GetProperty("because").GetString() == check, other.ToString()));
        Assert.True(Of(check, "remedy")!.Length > 0);
        Assert.StartsWith("Hello, ", Of(check, "request"), StringComparison.Ordinal);
        Assert.NotEqual(0, Check(check).GetProperty("evidence").GetArrayLength());
        Assert.NotEqual(0, Check(check).GetProperty("commands").GetArrayLength());
    }

    /// <summary>Was a check skipped because of another?</summary>
    public bool IsSkipped(string check, string because) => (Of(check, "state"), Of(check, "because")) == ("Skipped", because);

    private JsonElement Check(string id) => _report.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("id").GetString() == id);
}
