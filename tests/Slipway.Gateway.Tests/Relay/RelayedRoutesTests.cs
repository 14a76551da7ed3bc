using Slipway.Gateway.Relay;

namespace Slipway.Gateway.Tests.Relay;

public sealed class RelayedRoutesTests
{
    [Theory]
    [InlineData("/api/v1/launches", false, true)]
    [InlineData("/api/v1/builds/1/events", false, true)]
    [InlineData("/api/v1/buildsx", false, false)]
    [InlineData("/api/v1", false, false)]
    [InlineData("/API/v1/builds", false, false)]
    [InlineData("/api/v1/workers", false, false)]
    [InlineData("/api/v1/workers", true, true)]
    [InlineData("/api/v1/WORKERS/1/claim", true, false)]
    [InlineData("/api/v1/leases/1/1/complete", false, false)]
    [InlineData("/api/v1/leases/1/1/complete", true, true)]
    [InlineData("/", false, true)]
    [InlineData("/metrics", true, false)]
    [InlineData("/i/token", false, true)]
    [InlineData("/index.html", false, false)]
    public void A_path_passes_when_its_first_part_is_in_the_list(string path, bool workers, bool passes) => Assert.Equal(passes, RelayedRoutes.Has(path, workers));

    [Theory]
    [InlineData("GET", true)]
    [InlineData("PATCH", true)]
    [InlineData("get", false)]
    [InlineData("CONNECT", false)]
    [InlineData("TRACE", false)]
    [InlineData("PROPFIND", false)]
    public void Methods_are_those_of_the_service(string method, bool passes) => Assert.Equal(passes, RelayedRoutes.HasMethod(method));
}
