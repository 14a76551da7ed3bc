using System.Net;
using System.Net.Sockets;

namespace Slipway.Protocol.Network;

/// <summary>
/// Classifies IP addresses by IANA's registries of special-purpose addresses (RFC 6890 and its successors), so that connections to
/// addresses that a stranger supplied can be limited to public ones.
/// </summary>
public static class AddressClassifier
{
    private const int EmbeddedAtEnd = 12;

    private static readonly (IPNetwork Network, AddressClass Class)[] Version4 =
    [
        Entry("0.0.0.0/8", AddressClass.Unspecified),
        Entry("10.0.0.0/8", AddressClass.Private),
        Entry("100.64.0.0/10", AddressClass.CarrierNat),
        Entry("127.0.0.0/8", AddressClass.Loopback),
        Entry("169.254.0.0/16", AddressClass.LinkLocal),
        Entry("172.16.0.0/12", AddressClass.Private),
        Entry("192.0.0.0/24", AddressClass.Reserved),
        Entry("192.0.2.0/24", AddressClass.Documentation),
        Entry("192.88.99.0/24", AddressClass.Tunnel),
        Entry("192.168.0.0/16", AddressClass.Private),
        Entry("198.18.0.0/15", AddressClass.Reserved),
        Entry("198.51.100.0/24", AddressClass.Documentation),
        Entry("203.0.113.0/24", AddressClass.Documentation),
        Entry("224.0.0.0/4", AddressClass.Multicast),
        Entry("240.0.0.0/4", AddressClass.Reserved),
    ];

    private static readonly (IPNetwork Network, AddressClass Class)[] Version6 =
    [
        Entry("::/128", AddressClass.Unspecified),
        Entry("::1/128", AddressClass.Loopback),
        Entry("::/96", AddressClass.Tunnel),
        Entry("64:ff9b:1::/48", AddressClass.Private),
        Entry("2001::/32", AddressClass.Tunnel),
        Entry("2001::/23", AddressClass.Reserved),
        Entry("2001:db8::/32", AddressClass.Documentation),
        Entry("2002::/16", AddressClass.Tunnel),
        Entry("3fff::/20", AddressClass.Documentation),
        Entry("2000::/3", AddressClass.Public),
        Entry("fc00::/7", AddressClass.Private),
        Entry("fe80::/10", AddressClass.LinkLocal),
        Entry("fec0::/10", AddressClass.Private),
        Entry("ff00::/8", AddressClass.Multicast),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Classifies an address. An embedded IPv4 address counts if the network really delivers to it.</summary>
    public static AddressClass Of(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return Find(Version4, address, AddressClass.Public);
        if (address.IsIPv4MappedToIPv6)
            return Of(address.MapToIPv4());
        return Nat64.Contains(address)
            ? Of(new IPAddress(address.GetAddressBytes().AsSpan(EmbeddedAtEnd)))
            : Find(Version6, address, AddressClass.Reserved);
    }

    /// <summary>Returns whether an address belongs to the public internet.</summary>
    public static bool IsPublic(IPAddress address) => Of(address) == AddressClass.Public;

    private static AddressClass Find((IPNetwork Network, AddressClass Class)[] entries, IPAddress address, AddressClass otherwise)
    {
        // A scope, as in fe80::1%eth0, is not part of the address.
        var plain = address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress(address.GetAddressBytes()) : address;
        foreach (var (network, kind) in entries)
        {
            if (network.Contains(plain))
                return kind;
        }

        return otherwise;
    }

    private static (IPNetwork Network, AddressClass Class) Entry(string network, AddressClass kind) => (IPNetwork.Parse(network), kind);
}

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
