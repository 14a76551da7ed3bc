using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Ways;

/// <summary>The network before anybody limits it: what later is refused has to be there.</summary>
public sealed class OpenNetworkTests(Lab lab) : Scenario(lab)
{
    [Fact]
    public void A_build_goes_from_upload_to_package() => Lab.Build("fe-01").Succeeded();

    [Fact]
    public void Everything_may_be_reached()
    {
        OpenBefore("fe-01");
        Assert.Equal("neighbour", Lab.Curl("fe-01", $"https://{Address.NeighbourName}/").Well().Out);
        Assert.Equal("other", Lab.Curl("fe-01", $"https://{Address.OtherName}:53/").Well().Out);
        Assert.Equal("internal", Lab.Curl("fe-01", $"https://{Address.RebindName}/").Well().Out);
        Assert.Equal("metadata", Lab.Curl("fe-01", $"http://{Address.MetadataName}/").Well().Out);
    }

    [Fact]
    public void The_builder_itself_is_reached_by_the_edge_only() =>
        Assert.Equal(["refused", "open"], [Lab.Reach("fe-01", "10.99.0.2:8484")[0], Lab.Reach("edge", "10.99.0.2:8484")[0]]);
}
