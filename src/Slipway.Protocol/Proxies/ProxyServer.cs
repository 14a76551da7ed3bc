using System.Globalization;
using System.Net;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Proxies;

/// <summary>
/// A proxy, read as curl reads it. .NET takes a value that it does not understand (<c>socks5h://</c>, a leading blank) as no proxy
/// and silently sends requests directly.
/// </summary>
public sealed class ProxyServer
{
    /// <summary>The port that curl uses if none is given, except for https (CURL_DEFAULT_PROXY_PORT).</summary>
    private const int UsualPort = 1080;

    private const string SchemeEnd = "://";

    // curl's schemes and .NET's names for them: with socks5, .NET lets the proxy resolve names, as curl does with socks5h.
    private static readonly Dictionary<string, string> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http"] = "http",
        ["https"] = "https",
        ["socks"] = "socks4",
        ["socks4"] = "socks4",
        ["socks4a"] = "socks4a",
        ["socks5"] = "socks5",
        ["socks5h"] = "socks5",
    };

    private ProxyServer(Uri address, string? user, string? password, string source, bool isPortGiven)
    {
        Address = address;
        User = user;
        Password = password;
        Source = source;
        IsPortGiven = isPortGiven;
    }

    /// <summary>The address in .NET's form, with the port and without a user.</summary>
    public Uri Address { get; }

    /// <summary>Name of the user; null if the proxy is used without one.</summary>
    public string? User { get; }

    /// <summary>The password; null if there is no user, empty if the user has none.</summary>
    public string? Password { get; }

    /// <summary>The variable or option that it was read from.</summary>
    public string Source { get; }

    /// <summary>Whether the address named the port; otherwise it is the default.</summary>
    public bool IsPortGiven { get; }

    /// <summary>Host and port, as people would look for them.</summary>
    public string Place => $"{Address.Host}:{Address.Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>User and password; null if there is no user.</summary>
    public NetworkCredential? Credential => User is null ? null : new NetworkCredential(User, Password);

    /// <summary>Reads the address of a proxy.</summary>
    /// <param name="text">The address, such as <c>http://user:password@proxy:3128</c>; without a scheme it is http.</param>
    /// <param name="source">The variable or option.</param>
    /// <exception cref="ProblemException">The text is not the address of a proxy. The message omits it, because it may contain a password.</exception>
    public static ProxyServer Parse(string text, string source)
    {
        var rest = GivenText.Setting(text) ?? throw Refuse(source, "The value is empty.");
        var scheme = "http";
        if (rest.IndexOf(SchemeEnd, StringComparison.Ordinal) is var end and >= 0)
        {
            if (!Schemes.TryGetValue(rest[..end], out scheme!))
                throw Refuse(source, "The address does not begin with http://, https://, socks4://, socks4a://, socks5:// or socks5h://.");
            rest = rest[(end + SchemeEnd.Length)..];
        }

        var (user, password) = TakeLogin(ref rest, source);
        // A proxy ignores whatever follows the port.
        rest = rest.Split('/', '?', '#')[0];
        var port = TakePort(ref rest, source);
        var effective = port ?? (scheme == "https" ? 443 : UsualPort);
        return rest.Length > 0 && Uri.TryCreate($"{scheme}{SchemeEnd}{rest}:{effective}", UriKind.Absolute, out var address) && address.Host.Length > 0
            ? new ProxyServer(address, user, password, source, port is not null)
            : throw Refuse(source, "The address names no host that can be looked up.");
    }

    /// <summary>Returns the place; never the password.</summary>
    public override string ToString() => Place;

    // People often do not percent-encode a password in an address.
    private static (string? User, string? Password) TakeLogin(ref string rest, string source)
    {
        var at = rest.LastIndexOf('@');
        if (at < 0)
            return (null, null);
        var parts = rest[..at].Split(':', 2);
        rest = rest[(at + 1)..];
        var user = Uri.UnescapeDataString(parts[0]);
        var password = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        if (user.Contains(':', StringComparison.Ordinal) || user.Concat(password).Any(char.IsControl))
            throw Refuse(source, "A user has no colon in the name, and neither name nor password have control characters.");
        return user.Length == 0 && password.Length == 0 ? (null, null) : (user, password);
    }

    private static int? TakePort(ref string rest, string source)
    {
        var colon = rest.LastIndexOf(':');
        if (colon < 0 || colon < rest.IndexOf(']', StringComparison.Ordinal))
            return null;
        var digits = rest[(colon + 1)..];
        rest = rest[..colon];
        if (digits.Length == 0)
            return null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw Refuse(source, "The port is not a number from 1 to 65535.");
    }

    private static ProblemException Refuse(string source, string message) => new(NetworkProblems.ProxySetting.At(source, message));
}
