using System.Net;
using Slipway.Contract.Tests.Generated;

namespace Slipway.Contract.Tests.Client;

/// <summary>The client that is made from the description, against an answer of ours: the description can be generated from.</summary>
public sealed class GeneratedClientTests
{
    [Fact]
    public async Task It_asks_and_reads_with_the_names_of_the_contract()
    {
        using var server = new CannedServer(HttpStatusCode.OK, """{ "page": { "count": 1, "nextPageOffset": null }, "results": [{ "status": "Building", "mobilePlatform": "iOS", "buildType": null }] }""");
        using var http = new HttpClient(server) { BaseAddress = new Uri("http://builder.invalid/api/native-mobile-builds/v1/") };
        var page = await new BuildsClient(http).GET_BuildOperations_ListAsync(mobilePlatform: MobilePlatform.IOS, limit: 5, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("http://builder.invalid/api/native-mobile-builds/v1/build-operations?mobilePlatform=iOS&limit=5", server.Asked);
        var build = Assert.Single(page.Results!);
        Assert.Equal((BuildStatus.Building, MobilePlatform.IOS), (build.Status, build.MobilePlatform));
        Assert.Null(build.BuildType);
    }

    [Fact]
    public async Task It_reads_problems()
    {
        using var server = new CannedServer(HttpStatusCode.NotFound, """{ "status": 404, "title": "Not here", "traceId": "1", "errorCode": "SLW-SRV-40401" }""");
        using var http = new HttpClient(server) { BaseAddress = new Uri("http://builder.invalid/") };
        var e = await Assert.ThrowsAsync<BuildsClientException<ProblemDetails>>(
            () => new BuildsClient(http).GET_BuildOperations_GetAsync(Guid.Empty, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal("SLW-SRV-40401", e.Result.ErrorCode);
    }
}
