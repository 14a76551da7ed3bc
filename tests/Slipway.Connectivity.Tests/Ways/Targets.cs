using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Ways;

/// <summary>What can be reached in a network without limits.</summary>
internal static class Targets
{
    /// <summary>The builder, by both families.</summary>
    public static readonly string[] Service = [Address.Edge4, $"[{Address.Edge6}]"];

    /// <summary>The builder's addresses on ports that builds do not need.</summary>
    public static readonly string[] OtherPorts = [Address.Edge4 + ":80", Address.Edge4 + ":8443", $"[{Address.Edge6}]:8443"];

    /// <summary>Hosts that have nothing to do with the builder, name servers, and machines of the customer and of a cloud.</summary>
    public static readonly string[] Elsewhere =
    [
        Address.Other4, $"[{Address.Other6}]", Address.Other4 + ":80", Address.Other4 + ":8443", Address.Other4 + ":53",
        "dns:" + Address.PublicResolver4, $"dns:[{Address.PublicResolver6}]", Address.Metadata + ":80", Address.FrontEnd2,
    ];

    public static readonly string[] All = [.. Service, .. OtherPorts, .. Elsewhere];
}
