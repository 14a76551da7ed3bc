using Slipway.Worker.Child;

namespace Slipway.Worker.Tests.Child;

public sealed class WarmUpTests
{
    [Fact]
    public void It_builds_for_both_platforms()
    {
        using var folder = new TemporaryFolder();
        Assert.True(WarmUp.Run(folder.Path));
        Assert.Equal([".apk", ".zip"], Directory.EnumerateFiles(folder["dist"]).Select(Path.GetExtension).Order(StringComparer.Ordinal));
    }
}
