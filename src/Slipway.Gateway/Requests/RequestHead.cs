using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Slipway.Connect.Messages;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Requests;

/// <summary>
/// The head of a request to a proxy: CONNECT with the authority of RFC 9110 section 9.3.6, or another method with an absolute http
/// URL (RFC 9112 section 3.2.2). Everything else is refused.
/// </summary>
public sealed class RequestHead
{
    private const int HttpPort = 80;

    private RequestHead(string method, Destination destination, string path, int minorVersion, List<HeaderField> fields)
    {
        Method = method;
        Destination = destination;
        Path = path;
        MinorVersion = minorVersion;
        Fields = fields;
    }

    /// <summary>The method, as it was written.</summary>
    public string Method { get; }

    /// <summary>The requested destination.</summary>
    public Destination Destination { get; }

    /// <summary>The path and query of the URL; empty for a tunnel.</summary>
    public string Path { get; }

    /// <summary>1 for HTTP/1.1, 0 for HTTP/1.0.</summary>
    public int MinorVersion { get; }

    /// <summary>All fields in the order of the request.</summary>
    public IReadOnlyList<HeaderField> Fields { get; }

    /// <summary>Whether the client asks for a tunnel.</summary>
    public bool IsConnect => Path.Length == 0;

    /// <summary>The length of the body in bytes; 0 when there is none or it is chunked.</summary>
    public long ContentLength { get; private set; }

    /// <summary>Whether a chunked body follows.</summary>
    public bool IsChunked { get; private set; }

    /// <summary>The value of Proxy-Authorization; null when the request has none.</summary>
    public string? ProxyAuthorization { get; private set; }

    /// <summary>Reads a head.</summary>
    /// <param name="received">The data received so far.</param>
    /// <param name="head">The head, when it is complete.</param>
    /// <param name="length">The length of the head in bytes. Data after it belongs to the body or the tunnel.</param>
    public static HeadStatus Read(ReadOnlySpan<byte> received, out RequestHead? head, out int length)
    {
        head = null;
        var status = HeadText.Find(received, out length);
        if (status == HeadStatus.Complete)
            head = Parse(received[..length]);
        return status == HeadStatus.Complete && head is null ? HeadStatus.Invalid : status;
    }

    private static RequestHead? Parse(ReadOnlySpan<byte> text)
    {
        if (!HeadText.TryLine(ref text, out var line) || !TryStart(line, out var method, out var target, out var minorVersion))
            return null;
        Destination? destination;
        var path = "";
        if (method == "CONNECT" ? !Destination.TryParse(target, null, out destination) : !TryAbsolute(target, method, out destination, out path))
            return null;
        var fields = HeadText.Fields(text);
        var head = fields is null ? null : new RequestHead(method, destination, path, minorVersion, fields);
        return head?.TakeFields() == true ? head : null;
    }

    private static bool TryStart(ReadOnlySpan<byte> line, [NotNullWhen(true)] out string? method, [NotNullWhen(true)] out string? target, out int minorVersion)
    {
        (method, target, minorVersion) = (null, null, 0);
        var space = line.IndexOf((byte)' ');
        var last = line.LastIndexOf((byte)' ');
        if (space < 1 || last <= space + 1 || !HeadText.IsToken(line[..space]))
            return false;
        var version = line[(last + 1)..];
        if (!version.SequenceEqual("HTTP/1.1"u8) && !version.SequenceEqual("HTTP/1.0"u8))
            return false;
        var middle = line[(space + 1)..last];
        if (middle.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            return false;
        method = line[..space].SequenceEqual("CONNECT"u8) ? "CONNECT" : Encoding.ASCII.GetString(line[..space]);
        target = Encoding.ASCII.GetString(middle);
        minorVersion = version[^1] - '0';
        return true;
    }

    private static bool TryAbsolute(string target, string method, [NotNullWhen(true)] out Destination? destination, out string path)
    {
        const string Scheme = "http://";
        (destination, path) = (null, "/");
        if (!target.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || target.Contains('#', StringComparison.Ordinal))
            return false;
        var rest = target.AsSpan(Scheme.Length);
        var end = rest.IndexOfAny('/', '?');
        if (end < 0)
            path = method == "OPTIONS" ? "*" : "/";
        else
            path = rest[end] == '?' ? string.Concat("/", rest[end..]) : rest[end..].ToString();
        return Destination.TryParse(end < 0 ? rest : rest[..end], HttpPort, out destination);
    }

    private bool TakeFields()
    {
        int hosts = 0, lengths = 0, encodings = 0, authorizations = 0;
        foreach (var field in Fields)
        {
            if (field.Is("Host"))
                hosts += IsAuthority(field.Value) ? 1 : 2;
            else if (field.Is("Content-Length"))
                lengths += TryLength(field.Value) ? 1 : 2;
            else if (field.Is("Transfer-Encoding"))
                encodings += field.Value.Equals("chunked", StringComparison.OrdinalIgnoreCase) ? 1 : 2;
            else if (field.Is("Proxy-Authorization"))
                (ProxyAuthorization, authorizations) = (field.Value, authorizations + 1);
        }

        IsChunked = encodings == 1;
        return (hosts == 1 || (hosts == 0 && MinorVersion == 0))
            && lengths <= 1 && encodings <= 1 && authorizations <= 1
            && (lengths == 0 || encodings == 0)
            && (encodings == 0 || MinorVersion == 1)
            && (!IsConnect || (ContentLength == 0 && encodings == 0));
    }

    // The target decides and not this field, but an invalid host indicates an attempt to confuse two readers.
    private static bool IsAuthority(string value) => value.Length == 0 || Destination.TryParse(value, HttpPort, out _);

    private bool TryLength(string value)
    {
        if (value.Length is 0 or > 18 || value.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return false;
        ContentLength = long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }
}
