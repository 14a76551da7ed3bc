using System.Globalization;
using System.Net;

namespace Slipway.Diagnosis.Proxies;

/// <summary>
/// Reads the proxy variables as .NET's HttpEnvironmentProxy does; a test compares every rule here with the
/// original. Other programs read the same variables differently, which surprises people.
/// </summary>
internal static class ProxyVariables
{
    private static readonly (string Start, string Scheme, int Port)[] Schemes =
    [
        ("http://", "http", 80), ("https://", "https", 443), ("socks4://", "socks4", 80), ("socks4a://", "socks4a", 80), ("socks5://", "socks5", 80),
    ];

    /// <summary>Returns the names of the variables for a URL; the first one that is set counts.</summary>
    public static IReadOnlyList<string> NamesFor(Uri server) =>
        server.Scheme == Uri.UriSchemeHttps ? ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] : ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];

    /// <summary>The entries of <c>NO_PROXY</c>.</summary>
    public static IReadOnlyList<string> Exceptions(Func<string, string?> variable) =>
        [.. (First(variable, "no_proxy", "NO_PROXY").Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Returns whether an entry excludes a host.</summary>
    public static bool Excepts(string entry, Uri server) => entry[0] == '.'
        ? server.Host.Equals(entry[1..], StringComparison.OrdinalIgnoreCase) || server.Host.EndsWith(entry, StringComparison.OrdinalIgnoreCase)
        : server.Host.Equals(entry, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the first variable that is set.</summary>
    public static (string? Name, string? Value) First(Func<string, string?> variable, params IEnumerable<string> names) =>
        names.Select(name => (Name: (string?)name, Value: variable(name))).FirstOrDefault(v => v.Value is { Length: > 0 });

    /// <summary>Reads the value of a variable; null when .NET ignores it.</summary>
    public static EffectiveProxy? Parse(string value, string source)
    {
        // .NET takes an unknown scheme for a host, which then turns out to be invalid.
        if (char.IsWhiteSpace(value[0])
            || (value.Contains("://", StringComparison.Ordinal) && !Array.Exists(Schemes, s => value.StartsWith(s.Start, StringComparison.OrdinalIgnoreCase))))
        {
            return null;
        }
        var (start, scheme, port) = Schemes.FirstOrDefault(s => value.StartsWith(s.Start, StringComparison.OrdinalIgnoreCase),
            (Start: "", Scheme: "http", Port: 80));
        var rest = value[start.Length..];
        string? user = null, password = null;
        // A password in a URL is often not percent-encoded.
        if (rest.LastIndexOf('@') is var at and >= 0)
        {
            var login = Uri.UnescapeDataString(rest[..at]).Split(':', 2);
            (user, password) = (login[0], login.Length == 2 ? login[1] : "");
            rest = rest[(at + 1)..];
        }

        var host = rest;
        if (rest.LastIndexOf(':') is var colon and >= 0 && colon > rest.IndexOf(']', StringComparison.Ordinal))
        {
            var digits = new string([.. rest[(colon + 1)..].TakeWhile(char.IsAsciiDigit)]);
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > ushort.MaxValue)
                return null;
            host = rest[..colon];
        }

        return host.Length > 0 && Uri.TryCreate($"{scheme}://{host.TrimEnd('/')}:{port}", UriKind.Absolute, out var address)
            ? new EffectiveProxy(address, user, password, source)
            : null;
    }

    /// <summary>Returns why .NET ignores an entry of <c>NO_PROXY</c> that other programs support; null when it does not ignore it.</summary>
    public static string? WhyIgnored(string entry)
    {
        if (entry == "*")
            return "* is not known";
        if (entry.Contains('*', StringComparison.Ordinal))
            return "patterns are not known";
        if (entry.Contains('/', StringComparison.Ordinal))
            return "networks are not known";
        return entry.LastIndexOf(':') is var colon and >= 0 && colon > entry.IndexOf(']', StringComparison.Ordinal)
                && !System.Net.IPAddress.TryParse(entry, out _)
            ? "ports are not known"
            : null;
    }
}

/// <summary>The proxy for requests to the service.</summary>
/// <param name="Address">The address, without a user.</param>
/// <param name="User">The user for the proxy's authentication; null for none.</param>
/// <param name="Password">The password.</param>
/// <param name="Source">Where it is configured: <c>--proxy</c>, a variable, or the system.</param>
internal sealed record EffectiveProxy(Uri Address, string? User, string? Password, string Source)
{
    /// <summary>Host and port, for messages.</summary>
    public string Place => $"{(Address.HostNameType == UriHostNameType.IPv6 ? Address.Host : Address.IdnHost)}:{Address.Port}";

    /// <summary>Whether it speaks HTTP, so that the doctor can test it with CONNECT.</summary>
    public bool SpeaksHttp => Address.Scheme is "http" or "https";

    /// <summary>The proxy as .NET represents it.</summary>
    public WebProxy ToWebProxy() => new(Address) { Credentials = User is null ? null : new NetworkCredential(User, Password) };
}
