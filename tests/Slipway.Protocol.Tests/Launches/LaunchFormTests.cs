using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Protocol.Tests.Launches;

public sealed class LaunchFormTests
{
    [Fact]
    public void An_application_and_a_platform_are_enough()
    {
        var request = JsonSerializer.Deserialize<LaunchRequest>("""{"application":"App","platforms":["iOS"]}""", JsonSerializerOptions.Web)!;
        Assert.Equal(("App", "Development", "API", 0), (request.Application, request.Environment, request.Channel, request.Priority));
        Assert.Equal([MobilePlatform.Ios], request.Platforms);
    }

    [Fact]
    public void A_file_is_its_path_hash_and_size() => WireForm.Is(
        """{"kind":"Folder","files":[{"path":"index.html","sha256":"ab","size":3}]}""", new RevisionManifest(RevisionKind.Folder, [new RevisionFile("index.html", "ab", 3)]));
}
