using Slipway.Firewall.Feed;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests.Feed;

public sealed class FeedSecretTests
{
    [Fact]
    public void A_secret_that_others_can_read_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder["kept/secret"];
        FeedSecret.Open(path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Equal(FirewallProblems.FeedSecretUnusable, Assert.Throws<ProblemException>(() => FeedSecret.Open(path)).Problems[0].Kind);
    }
}
