using Slipway.Protocol.Network;

namespace Slipway.Firewall;

/// <summary>Keeps a manipulated list from opening a network to itself or to everybody.</summary>
internal static class PublicAddresses
{
    private const int ShortestIpv4 = 8;
    private const int ShortestIpv6 = 16;

    // Special-purpose networks are at least this large, so one address represents its whole block.
    private const int BlockIpv4 = 24;
    private const int BlockIpv6 = 32;

    /// <summary>Returns whether a public service can have such a range.</summary>
    public static bool IsPlausible(CidrPrefix prefix)
    {
        if (prefix.Length < (prefix.IsIpv6 ? ShortestIpv6 : ShortestIpv4))
            return false;
        var block = UInt128.One << (prefix.Width - (prefix.IsIpv6 ? BlockIpv6 : BlockIpv4));
        for (var first = prefix.First; first <= prefix.Last; first += block)
        {
            if (!AddressClassifier.IsPublic(new CidrPrefix(prefix.IsIpv6, first, prefix.Width).Address))
                return false;
            if (prefix.Last - first < block)
                return true;
        }

        return true;
    }
}
