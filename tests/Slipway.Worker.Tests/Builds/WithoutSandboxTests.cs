using Slipway.Worker.Builds;

namespace Slipway.Worker.Tests.Builds;

public sealed class WithoutSandboxTests
{
    [Fact]
    public async Task Builds_are_the_same_where_there_is_no_sandbox()
    {
        var app = TestApp.OfFolder(Repository.Sample);
        var job = app.Job();
        await using var plain = new TestWorker { IsSandboxed = false };
        await using var locked = new TestWorker();
        using var outcome = await plain.RunAsync(job);
        using var other = await locked.RunAsync(job);
        Assert.True(outcome.End == BuildEnd.Succeeded, string.Join('\n', outcome.Problems));
        Assert.Equal(File.ReadAllBytes(other.Files[0].Path), File.ReadAllBytes(outcome.Files[0].Path));
    }
}
