using System.Net;
using System.Net.Sockets;

namespace Slipway.Gateway.Configuration;

/// <summary>
/// Parses single settings, which have the same form in a file and on the command line. An invalid one is a <see cref="FormatException"/> with the reason.
/// </summary>
public static class SettingParser
{
    /// <summary>An address and a port: <c>127.0.0.1:3128</c>, <c>[::1]:3128</c>.</summary>
    public static IPEndPoint Listen(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon > 0 && Port(text[(colon + 1)..]) is { } port && Address(text[..colon]) is { } address)
            return new IPEndPoint(address, port);
        throw new FormatException($"{text} is not of the form 127.0.0.1:3128 or [::1]:3128; * stands for all addresses.");
    }

    /// <summary>A network, or a single address: <c>10.1.2.0/24</c>. The result is a nullable value, so that it can be absent.</summary>
    public static Tuple<IPNetwork> Network(string text)
    {
        if (text.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && IPNetwork.TryParse(text, out var network)
            && IPAddress.TryParse(text[..slash], out var first) && first.Equals(network.BaseAddress) && Canonical(first, text[..slash]))
        {
            return Tuple.Create(network);
        }
        if (IPAddress.TryParse(text, out var address) && Canonical(address, text))
            return Tuple.Create(new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
        throw new FormatException($"{text} is not a network of the form 10.1.2.0/24, without bits set after the prefix.");
    }

    /// <summary>A host name: <c>gateway.example.com</c>, or <c>*.example.com</c> for every name below it.</summary>
    public static string Name(string text) =>
        Uri.CheckHostName(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text) == UriHostNameType.Dns
            ? text
            : throw new FormatException("It has to be a name, without a port.");

    /// <summary>The URL of a service: https, or http on this machine.</summary>
    public static Uri Service(string text)
    {
        text = text.Trim();
        if (!text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate("https://" + text, UriKind.Absolute, out _))
            throw new FormatException($"The scheme is missing: write https://{text[(text.LastIndexOf('@') + 1)..]}.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url is not { Query: "", Fragment: "" }
            || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            throw new FormatException("It has to be an https address, without user, query and fragment.");
        }
        return url.AbsolutePath == "/"
            ? url
            : throw new FormatException($"The address must not have a path: the service is at the root of its host, {url.GetLeftPart(UriPartial.Authority)}.");
    }

    /// <summary>The URL of a proxy: <c>http://proxy.example.com:8080</c>. Without a scheme it is http.</summary>
    public static Uri Proxy(string text)
    {
        text = text.Trim();
        if (text.StartsWith("socks", StringComparison.OrdinalIgnoreCase) && text.Contains("://", StringComparison.Ordinal))
            throw new FormatException("The gateway does not support SOCKS proxies. The address has to be of the form http://proxy.example.com:8080 or https://proxy.example.com:8443.");
        if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.PathAndQuery != "/" || url.Fragment.Length > 0
            || url.Host.Length == 0)
        {
            throw new FormatException("It has to be of the form http://proxy.example.com:8080 or https://proxy.example.com:8443.");
        }
        return url.UserInfo.Length == 0 ? url : throw new FormatException("The address must not contain user and password: use user and passwordFile.");
    }

    /// <summary>The thumbprint of a key: <c>sha256:</c> and 43 characters of base64url.</summary>
    public static string Thumbprint(string text) =>
        text.StartsWith("sha256:", StringComparison.Ordinal) && text.Length == 50 && text.AsSpan(7).IndexOfAnyExcept(Base64Url) < 0
            ? text
            : throw new FormatException("It has to be sha256: and 43 characters, as slipway serve prints it.");

    private static readonly System.Buffers.SearchValues<char> Base64Url =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static int? Port(string text) =>
        text is { Length: > 0 and <= 5 } && text.All(char.IsAsciiDigit) && int.Parse(text) is var port and <= 65535 ? port : null;

    private static IPAddress? Address(string text)
    {
        if (text == "*")
            return IPAddress.IPv6Any;
        var bracketed = text is ['[', .., ']'];
        return IPAddress.TryParse(bracketed ? text[1..^1] : text, out var address) && bracketed == (address.AddressFamily == AddressFamily.InterNetworkV6)
            && Canonical(address, text)
            ? address
            : null;
    }

    // Old C libraries read 127.1 and 0x7f.1 as addresses; in a configuration they are mistakes.
    private static bool Canonical(IPAddress address, string text) => address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text;
}
