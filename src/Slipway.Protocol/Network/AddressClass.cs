namespace Slipway.Protocol.Network;

/// <summary>The purpose of an IP address.</summary>
public enum AddressClass
{
    /// <summary>Public internet.</summary>
    Public,

    /// <summary>Unspecified: 0.0.0.0/8, ::.</summary>
    Unspecified,

    /// <summary>Loopback.</summary>
    Loopback,

    /// <summary>Private network: RFC 1918, unique local and site-local IPv6.</summary>
    Private,

    /// <summary>Link-local; the metadata services of clouds, which hand out credentials, have such addresses.</summary>
    LinkLocal,

    /// <summary>Shared between a provider and its customers: 100.64.0.0/10.</summary>
    CarrierNat,

    /// <summary>Multicast.</summary>
    Multicast,

    /// <summary>Documentation.</summary>
    Documentation,

    /// <summary>A tunnel to an embedded address: 6to4, Teredo, and deprecated IPv4-compatible IPv6.</summary>
    Tunnel,

    /// <summary>Reserved, or for a special purpose.</summary>
    Reserved,
}
