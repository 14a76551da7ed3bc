using System.Net;
using Slipway.Protocol.Network;

namespace Slipway.Gateway.Policy;

/// <summary>
/// Judges the address that a name resolved to, which is the one that is dialled afterwards. Addresses that are not public are refused
/// unless their network is allowed: otherwise the owner of a name could point it at this machine or at a cloud's metadata service.
/// </summary>
/// <param name="Allowed">Networks that may be reached although they are not public.</param>
/// <param name="Own">Where this gateway listens. Connections to these addresses are always refused, because they would loop.</param>
public sealed record AddressRule(IReadOnlyList<IPNetwork> Allowed, IReadOnlyList<IPEndPoint> Own)
{
    /// <summary>Allows public addresses only.</summary>
    public static AddressRule PublicOnly { get; } = new([], []);

    /// <summary>Judges an address.</summary>
    /// <param name="address">The address that is about to be dialled.</param>
    /// <param name="port">Its port.</param>
    /// <param name="rule">The rule that allowed the destination. A rule for a network allows the addresses in it.</param>
    public DenyReason Judge(IPAddress address, int port, AllowRule? rule = null)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IsOwn(plain, port))
            return DenyReason.Loop;
        if (rule?.Network is { } network && network.Contains(plain))
            return DenyReason.None;
        return AddressClassifier.IsPublic(plain) || Contains(plain) ? DenyReason.None : DenyReason.AddressClass;
    }

    /// <summary>Returns whether the gateway listens on the port at this address, or on all addresses of the machine.</summary>
    public bool IsOwn(IPAddress address, int port)
    {
        foreach (var own in Own)
        {
            if (own.Port == port && (own.Address.Equals(address) || (IsAny(own.Address) && (IPAddress.IsLoopback(address) || IsAny(address)))))
                return true;
        }

        return false;
    }

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private bool Contains(IPAddress address)
    {
        foreach (var network in Allowed)
        {
            if (network.Contains(address))
                return true;
        }

        return false;
    }
}
