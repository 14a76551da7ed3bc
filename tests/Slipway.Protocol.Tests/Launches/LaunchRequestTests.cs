using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Protocol.Tests.Launches;

public sealed class LaunchRequestTests
{
    [Fact]
    public void A_launch_reads_as_the_description_says()
    {
        const string Text =
            """
            {"application":"Notes","platforms":["Android","iOS"],"revision":{"kind":"Folder","files":[{"path":"index.html","sha256":"00","size":3}]},"options":{"versionName":"1.2"}}
            """;
        var request = JsonSerializer.Deserialize<LaunchRequest>(Text, JsonSerializerOptions.Web)!;
        Assert.Equal(("Notes", "Development", "API", 0), (request.Application, request.Environment, request.Channel, request.Priority));
        Assert.Equal([MobilePlatform.Android, MobilePlatform.Ios], request.Platforms);
        Assert.Equal(new RevisionFile("index.html", "00", 3), Assert.Single(request.Revision!.Files));
        Assert.Equal("1.2", request.Options.VersionName);
    }

    [Theory]
    [InlineData("""{"platforms":["Android"]}""")]
    [InlineData("""{"application":"Notes"}""")]
    [InlineData("""{"application":"Notes","platforms":["Windows"]}""")]
    public void A_launch_that_lacks_what_it_needs_is_refused(string text) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LaunchRequest>(text, JsonSerializerOptions.Web));
}
