using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Slipway.Gateway.Policy;

/// <summary>The destination of a request: a name or an address, and a port.</summary>
public sealed record Destination
{
    private static readonly SearchValues<char> Version6 = SearchValues.Create("0123456789abcdefABCDEF:.");

    private Destination(HostName? name, IPAddress? address, int port) => (Name, Address, Port) = (name, address, port);

    /// <summary>The name; null when the request names an address.</summary>
    public HostName? Name { get; }

    /// <summary>The address; null when the request names a host. An IPv4 address mapped into IPv6 (::ffff:0:0/96) is stored as IPv4.</summary>
    public IPAddress? Address { get; }

    /// <summary>The port, from 1 to 65535.</summary>
    public int Port { get; }

    /// <summary>The name or the address, without brackets.</summary>
    public string Host => Name?.Value ?? Address!.ToString();

    /// <summary>
    /// Reads the authority of RFC 9110 in its strictest form: no user, brackets only around IPv6 addresses, and a port without leading zeros. Without a
    /// default port, the text must contain one.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> authority, int? defaultPort, [NotNullWhen(true)] out Destination? destination)
    {
        destination = null;
        var end = authority.StartsWith('[') ? authority.IndexOf(']') + 1 : authority.IndexOf(':');
        if (end == 0)
            return false;
        var host = end < 0 ? authority : authority[..end];
        var rest = end < 0 ? default : authority[end..];
        var port = defaultPort ?? 0;
        if (!rest.IsEmpty && (rest[0] != ':' || !TryParsePort(rest[1..], out port)))
            return false;
        if (port == 0)
            return false;
        if (TryParseAddress(host, out var address))
            destination = new Destination(null, address, port);
        else if (HostName.TryParse(host, out var name))
            destination = new Destination(name, null, port);
        return destination is not null;
    }

    /// <summary>A name and a port.</summary>
    public static Destination Of(HostName name, int port) => new(name, null, port);

    /// <summary>An address and a port.</summary>
    public static Destination Of(IPAddress address, int port) => new(null, address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port);

    /// <summary>Reads the digits of a port: 1 to 65535, without a sign or leading zeros.</summary>
    public static bool TryParsePort(ReadOnlySpan<char> digits, out int port)
    {
        port = 0;
        if (digits.Length is 0 or > 5 || digits[0] == '0' || digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        port = int.Parse(digits);
        return port <= ushort.MaxValue;
    }

    /// <inheritdoc/>
    public override string ToString() => Address is { AddressFamily: AddressFamily.InterNetworkV6 } ? $"[{Address}]:{Port}" : $"{Host}:{Port}";

    private static bool TryParseAddress(ReadOnlySpan<char> host, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        if (host.StartsWith('['))
        {
            var inner = host[1..^1];
            if (!inner.Contains(':') || inner.ContainsAnyExcept(Version6) || !IPAddress.TryParse(inner, out address))
                return false;
            if (address.IsIPv4MappedToIPv6)
                address = address.MapToIPv4();
            return true;
        }

        // The runtime reads addresses as inet_aton does. Only text that it writes back unchanged counts as an address.
        if (host.IsEmpty || !char.IsAsciiDigit(host[0]) || !IPAddress.TryParse(host, out address) || address.AddressFamily != AddressFamily.InterNetwork)
            return false;
        Span<char> written = stackalloc char[16];
        return address.TryFormat(written, out var length) && host.SequenceEqual(written[..length]);
    }
}
