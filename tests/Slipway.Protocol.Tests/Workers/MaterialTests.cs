using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;

namespace Slipway.Protocol.Tests.Workers;

public sealed class MaterialTests
{
    [Fact]
    public void A_job_that_is_printed_by_mistake_shows_no_secret()
    {
        var job = new WorkerJob
        {
            Build = Guid.NewGuid(),
            Attempt = 1,
            LeaseSeconds = 30,
            Organisation = Guid.NewGuid(),
            Application = "Notes",
            Platform = MobilePlatform.Android,
            Revision = new RevisionManifest(RevisionKind.Folder, []),
            Options = new LaunchOptions(),
            Keystore = new KeystoreCredential("release", [1], "canary", "upload", "canary too"),
            Apple = new AppleCredentials("certificate", [1], "canary", "profile", [1]),
        };
        Assert.Contains("release", $"{job}", StringComparison.Ordinal);
        Assert.DoesNotContain("canary", $"{job}", StringComparison.Ordinal);
    }
}
