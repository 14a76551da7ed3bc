using System.Globalization;
using System.Net;

namespace Slipway.Protocol.Proxies;

/// <summary>
/// The addresses that are reached without a proxy: <c>NO_PROXY</c> as curl 7.88 reads it (lib/noproxy.c), that is host names with
/// their subdomains, addresses, networks, and <c>*</c>, separated by commas or blanks; and four unambiguous forms that curl does not
/// know, but Go and browsers do: <c>*.example.com</c>, <c>host:8443</c>, <c>[::1]</c> and <c>2001:db8::/32</c>.
/// </summary>
/// <param name="text">The value of the variable; null if it is not set.</param>
public sealed class ProxyExceptions(string? text)
{
    private static readonly char[] Separators = [',', ' ', '\t', '\r', '\n', '\uFEFF'];

    /// <summary>The entries as written.</summary>
    public IReadOnlyList<string> Entries { get; } = (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Returns the first entry that matches an address; null if requests to it go through the proxy.</summary>
    public string? Find(Uri address) => Entries.FirstOrDefault(entry => Excepts(entry, address));

    /// <summary>Returns whether an entry matches an address.</summary>
    public static bool Excepts(string entry, Uri address)
    {
        if (entry == "*")
            return true;
        var host = entry;
        if (SplitPort(entry) is var (name, port))
        {
            if (port != address.Port)
                return false;
            host = name;
        }

        host = host is ['[', .. var inner, ']'] ? inner : host;
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal))
            return ExceptsAddress(host, literal);
        host = host.StartsWith("*.", StringComparison.Ordinal) ? host[1..] : host;
        return ExceptsName(host, address.IdnHost) || ExceptsName(host, address.Host);
    }

    // An IPv6 address without brackets contains colons, but no port.
    private static (string Name, int Port)? SplitPort(string entry)
    {
        var colon = entry.LastIndexOf(':');
        if (colon <= 0 || (entry[..colon].Contains(':', StringComparison.Ordinal) && entry[colon - 1] != ']'))
            return null;
        return int.TryParse(entry[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? (entry[..colon], port) : null;
    }

    private static bool ExceptsAddress(string entry, IPAddress address)
    {
        if (IPAddress.TryParse(entry, out var single))
            return single.Equals(address);
        // curl compares the leading bits of any address; .NET accepts a network only if its other bits are zero.
        var parts = entry.Split('/');
        return parts.Length == 2 && IPAddress.TryParse(parts[0], out var start) && start.AddressFamily == address.AddressFamily
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && SameStart(start.GetAddressBytes(), address.GetAddressBytes(), bits);
    }

    private static bool SameStart(byte[] one, byte[] other, int bits)
    {
        if (bits > one.Length * 8)
            return false;
        for (var i = 0; i < bits; i++)
        {
            if (((one[i / 8] ^ other[i / 8]) & (0x80 >> (i % 8))) != 0)
                return false;
        }

        return true;
    }

    private static bool ExceptsName(string entry, string name)
    {
        var suffix = entry.TrimEnd('.');
        suffix = suffix.StartsWith('.') ? suffix[1..] : suffix;
        name = name.TrimEnd('.');
        return suffix.Length > 0 && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
            && (name.Length == suffix.Length || name[^(suffix.Length + 1)] == '.');
    }
}
