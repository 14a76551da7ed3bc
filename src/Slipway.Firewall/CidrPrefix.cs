using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace Slipway.Firewall;

/// <summary>A CIDR prefix of either family, without host bits.</summary>
/// <param name="IsIpv6">The family.</param>
/// <param name="First">Its lowest address.</param>
/// <param name="Length">The number of fixed leading bits.</param>
public readonly record struct CidrPrefix(bool IsIpv6, UInt128 First, int Length)
{
    // Brackets and zones are refused.
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <summary>The number of bits of an address of the family.</summary>
    public int Width => IsIpv6 ? 128 : 32;

    /// <summary>Its highest address.</summary>
    public UInt128 Last => First | Mask(Width - Length);

    /// <summary>The number of addresses.</summary>
    public BigInteger Count => BigInteger.One << (Width - Length);

    /// <summary>Its lowest address, for display or classification.</summary>
    public IPAddress Address => ToAddress(IsIpv6, First);

    /// <summary>Reads the only accepted spelling: an address, a slash, a length without leading zeros, and no host bits.</summary>
    public static bool TryParse(string text, out CidrPrefix prefix)
    {
        prefix = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash is < 2 or > 45 || text.AsSpan(0, slash).ContainsAnyExcept(AddressCharacters) || !IPAddress.TryParse(text.AsSpan(0, slash), out var address))
            return false;
        var isIpv6 = address.AddressFamily == AddressFamily.InterNetworkV6;
        // The runtime also reads 127.1 and hexadecimal numbers as IPv4 addresses.
        if (!isIpv6 && address.ToString() != text[..slash])
            return false;
        var digits = text.AsSpan(slash + 1);
        if (digits.Length is 0 or > 3 || (digits.Length > 1 && digits[0] == '0')
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return false;
        }
        if (length > (isIpv6 ? 128 : 32))
            return false;
        prefix = new CidrPrefix(isIpv6, ToNumber(address), length);
        return (prefix.First & Mask(prefix.Width - length)) == 0;
    }

    /// <summary>The address as a number of its family.</summary>
    public static UInt128 ToNumber(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var written);
        return written == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Address}/{Length}";

    internal static UInt128 Mask(int hostBits) => hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;

    private static IPAddress ToAddress(bool isIpv6, UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new IPAddress(isIpv6 ? bytes : bytes[12..]);
    }
}
