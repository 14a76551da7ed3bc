using System.Globalization;
using System.Net;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Protocol.Proxies;

/// <summary>
/// A proxy, read as curl reads it. Left to .NET, a value that it does not understand (<c>socks5h://</c>, a blank in front) would
/// mean no proxy, and requests would go out directly without a word.
/// </summary>
public sealed class ProxyServer
{
    /// <summary>The port that curl takes when none is written, but for https (CURL_DEFAULT_PROXY_PORT).</summary>
    private const int UsualPort = 1080;

    private const string SchemeEnd = "://";

    // What curl takes, and what .NET calls the same: its socks5 lets the proxy look names up, as curl's socks5h does.
    private static readonly Dictionary<string, string> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http"] = "http", ["https"] = "https", ["socks"] = "socks4", ["socks4"] = "socks4", ["socks4a"] = "socks4a", ["socks5"] = "socks5", ["socks5h"] = "socks5",
    };

    private ProxyServer(Uri address, string? user, string? password, string source, bool isPortGiven)
    {
        Address = address;
        User = user;
        Password = password;
        Source = source;
        IsPortGiven = isPortGiven;
    }

    /// <summary>Its address as .NET understands it, with the port and without a user.</summary>
    public Uri Address { get; }

    /// <summary>Who logs in to it; null for nobody.</summary>
    public string? User { get; }

    /// <summary>The password; null when there is no user, empty when there is one without.</summary>
    public string? Password { get; }

    /// <summary>The variable or option that it was read from.</summary>
    public string Source { get; }

    /// <summary>False when the port is the usual one because none was written.</summary>
    public bool IsPortGiven { get; }

    /// <summary>Host and port, as a person looks for them.</summary>
    public string Place => $"{Address.Host}:{Address.Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>User and password; null when it asks for none.</summary>
    public NetworkCredential? Credential => User is null ? null : new NetworkCredential(User, Password);

    /// <summary>Reads the address of a proxy.</summary>
    /// <param name="text">Such as <c>http://user:password@proxy:3128</c>; without a scheme it is http.</param>
    /// <param name="source">The variable or option.</param>
    /// <exception cref="ProblemException">It is none. The message does not repeat it, because it may hold a password.</exception>
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
        // Whatever follows the port means nothing to a proxy.
        rest = rest.Split('/', '?', '#')[0];
        var port = TakePort(ref rest, source);
        var effective = port ?? (scheme == "https" ? 443 : UsualPort);
        return rest.Length > 0 && Uri.TryCreate($"{scheme}{SchemeEnd}{rest}:{effective}", UriKind.Absolute, out var address) && address.Host.Length > 0
            ? new ProxyServer(address, user, password, source, port is not null)
            : throw Refuse(source, "The address names no host that can be looked up.");
    }

    /// <summary>Its place, never its password.</summary>
    public override string ToString() => Place;

    // Whoever writes a password into an address often does not encode it.
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
