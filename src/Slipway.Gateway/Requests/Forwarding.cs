using System.Globalization;
using System.Text;
using Slipway.Connect.Messages;

namespace Slipway.Gateway.Requests;

/// <summary>Writes the heads that are passed on, without the hop-by-hop fields (RFC 9110 section 7.6).</summary>
internal static class Forwarding
{
    private const string Trace = "Via: 1.1 slipway\r\nConnection: close\r\n";

    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Authentication-Info", "TE", "Upgrade",
        "HTTP2-Settings",
    };

    // Fields that frame the message or name its host are passed on even when Connection lists them.
    private static readonly HashSet<string> Essential = new(StringComparer.OrdinalIgnoreCase) { "Host", "Content-Length", "Transfer-Encoding" };

    /// <summary>
    /// Returns the request for the destination or, with <c>proxyFields</c>, for a parent. Host is always that of the target, whatever the client's field
    /// said.
    /// </summary>
    public static byte[] Request(RequestHead head, string? proxyFields)
    {
        var destination = head.Destination;
        var host = destination.Port == 80 ? destination.ToString()[..^3] : destination.ToString();
        var text = new StringBuilder(1024);
        text.Append(CultureInfo.InvariantCulture,
            $"{head.Method} {(proxyFields is null ? "" : "http://" + host)}{Path(head, proxyFields)} HTTP/1.{head.MinorVersion}\r\nHost: {host}\r\n");
        Append(text, head.Fields.Where(f => !f.Is("Host")));
        return Encoding.Latin1.GetBytes(text.Append(Trace).Append(proxyFields).Append("\r\n").ToString());
    }

    /// <summary>Returns the answer for the client, after which the connection ends.</summary>
    public static byte[] Answer(AnswerHead head)
    {
        var text = new StringBuilder(1024).Append(head.Start).Append("\r\n");
        Append(text, head.Fields);
        return Encoding.Latin1.GetBytes(text.Append(head.IsInterim ? "" : Trace).Append("\r\n").ToString());
    }

    private static string Path(RequestHead head, string? proxyFields) => proxyFields is not null && head.Path == "*" ? "" : head.Path;

    private static void Append(StringBuilder text, IEnumerable<HeaderField> fields)
    {
        var all = fields.ToList();
        var named = all.Where(f => f.Is("Connection"))
            .SelectMany(f => f.Value.Split(',', StringSplitOptions.TrimEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var field in all)
        {
            if (!HopByHop.Contains(field.Name) && (Essential.Contains(field.Name) || !named.Contains(field.Name)))
                text.Append(field.Name).Append(": ").Append(field.Value).Append("\r\n");
        }
    }
}
