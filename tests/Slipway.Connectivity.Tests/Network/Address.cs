namespace Slipway.Connectivity.Tests.Network;

/// <summary>Names and addresses of the lab.</summary>
public static class Address
{
    public const string ServiceName = "builder.example.com";

    /// <summary>The builder, as customers know it.</summary>
    public const string Service = "https://builder.example.com/";

    // In CLOUDFRONT of each of the lists in tests/corpus/ip-ranges.
    public const string Edge4 = "13.32.1.1";
    public const string Edge6 = "2600:9000:2000::1";

    // In the list of 2026, but not in that of 2025.
    public const string NewEdge4 = "24.110.128.7";
    public const string NewEdge6 = "2600:9000:6000::7";

    /// <summary>Another customer of the CDN, on the same addresses.</summary>
    public const string NeighbourName = "news.example.net";

    /// <summary>A host that has nothing to do with the builder.</summary>
    public const string OtherName = "other.example.org";
    public const string Other4 = "9.9.9.9";
    public const string Other6 = "2a00:1450::1";

    /// <summary>A name server on the internet that anybody may ask.</summary>
    public const string PublicResolver4 = "9.9.9.53";
    public const string PublicResolver6 = "2a00:1450::53";

    /// <summary>A public name whose owner lets it lead into private networks.</summary>
    public const string RebindName = "rebind.example.org";

    /// <summary>A public name that leads to the metadata of the cloud that a machine runs in.</summary>
    public const string MetadataName = "metadata.example.org";
    public const string Metadata = "169.254.169.254";

    /// <summary>The customer's name server.</summary>
    public const string Resolver4 = "10.20.0.53";
    public const string Resolver6 = "2001:db8:20::53";

    /// <summary>A name server of the customer that knows the builder's name and the customer's own, and asks nobody for others.</summary>
    public const string StrictResolver = "10.20.0.54";

    /// <summary>A name server that lies: the builder is at <see cref="Other4"/>.</summary>
    public const string LyingResolver = "10.20.0.55";

    /// <summary>A name server that already knows the new addresses of the builder.</summary>
    public const string LateResolver = "10.20.0.56";

    /// <summary>A name server for networks where the builder's name leads to the customer's proxy.</summary>
    public const string ProxyResolver = "10.20.0.57";

    /// <summary>A name server that leads the builder's name nowhere, and knows no other.</summary>
    public const string SinkholeResolver = "10.20.0.58";

    /// <summary>A name server of the customer that leads every name below the customer's domain to a machine inside.</summary>
    public const string WildcardResolver = "10.20.0.59";

    /// <summary>A domain that the customer's machines search names in.</summary>
    public const string SearchDomain = "search.corp.example";

    /// <summary>A name that nobody has registered.</summary>
    public const string UnknownName = "gone.example.com";

    public const string FrontEnd1 = "10.20.0.11";
    public const string FrontEnd2 = "10.20.0.12";
    public const string Controller = "10.20.0.21";
    public const string Proxy = "10.20.0.80";

    public const string ControllerName = "builds.corp.example";
    public const string ProxyName = "proxy.corp.example";
    public const string FrontEnd2Name = "fe-02.corp.example";
}
