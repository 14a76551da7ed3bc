using System.Net;

namespace Slipway.Cli.Serving;

/// <summary>Finds the address under which a process of the same machine reaches a server.</summary>
internal static class LoopbackAddress
{
    /// <summary>The first address that takes plain HTTP from this machine; null when there is none.</summary>
    /// <param name="addresses">What the server listens on.</param>
    public static Uri? Among(IEnumerable<string> addresses) => addresses.Select(Of).FirstOrDefault(address => address is not null);

    private static Uri? Of(string address)
    {
        var text = address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
            return null;
        if (uri.IsLoopback)
            return uri;
        if (!IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip))
            return null;
        return ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any) ? new UriBuilder(uri) { Host = ip.Equals(IPAddress.Any) ? "127.0.0.1" : "[::1]" }.Uri : null;
    }
}
