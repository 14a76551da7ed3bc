namespace Slipway.Protocol.Network;

/// <summary>What an IP address is for.</summary>
public enum AddressClass
{
    /// <summary>Of the public internet.</summary>
    Public,

    /// <summary>No address: 0.0.0.0/8, ::.</summary>
    Unspecified,

    /// <summary>This machine.</summary>
    Loopback,

    /// <summary>A network of one's own: RFC 1918, unique local and site-local IPv6.</summary>
    Private,

    /// <summary>The own link; services of clouds that tell machines their secrets are there.</summary>
    LinkLocal,

    /// <summary>Between a provider and its customers: 100.64.0.0/10.</summary>
    CarrierNat,

    /// <summary>Several machines at once.</summary>
    Multicast,

    /// <summary>Written in documents only.</summary>
    Documentation,

    /// <summary>A tunnel to an address inside of it: 6to4, Teredo, and IPv4 in the form that was given up.</summary>
    Tunnel,

    /// <summary>Not given out, or for a purpose of its own.</summary>
    Reserved,
}
