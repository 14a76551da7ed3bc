using System.Globalization;
using System.Text;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>The answers of the proxy itself.</summary>
internal static class ProxyResponses
{
    /// <summary>The answer when the tunnel is open (RFC 9110 section 9.3.6).</summary>
    public static ReadOnlyMemory<byte> Established { get; } = "HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray();

    /// <summary>A fatal TLS alert, unrecognized_name (RFC 6066 section 3): the tunnel does not lead to the name in the hello.</summary>
    public static ReadOnlyMemory<byte> UnknownName { get; } = new byte[] { 21, 3, 3, 0, 2, 2, 112 };

    /// <summary>A fatal TLS alert, access_denied (RFC 8446 section 6).</summary>
    public static ReadOnlyMemory<byte> AccessDenied { get; } = new byte[] { 21, 3, 3, 0, 2, 2, 49 };

    /// <summary>Returns a refusal with its reason. It is a 407 only when credentials would help, because clients answer a 407 by asking for them.</summary>
    public static byte[] Refusal(int status, DenyReason reason, PendingDecision account, string? challenge)
    {
        var body = $$"""{"reason":"{{reason.Text()}}","request":"{{account.Id}}","host":"{{account.Destination?.Host}}","port":{{account.Destination?.Port ?? 0}}}""" + "\n";
        var text = new StringBuilder(512);
        text.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {Phrase(status)}\r\n");
        text.Append("Content-Type: application/json\r\nCache-Control: no-store\r\nConnection: close\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\nSlipway-Reason: {reason.Text()}\r\nSlipway-Request: {account.Id}\r\n");
        if (challenge is not null)
            text.Append(CultureInfo.InvariantCulture, $"Proxy-Authenticate: {challenge}\r\n");
        return Encoding.ASCII.GetBytes(text.Append("\r\n").Append(body).ToString());
    }

    private static string Phrase(int status) => status switch
    {
        400 => "Bad Request",
        403 => "Forbidden",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        429 => "Too Many Requests",
        502 => "Bad Gateway",
        _ => "Gateway Timeout",
    };
}
