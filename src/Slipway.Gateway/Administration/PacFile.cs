using System.Text;
using System.Text.Encodings.Web;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Administration;

/// <summary>A PAC script, from which browsers and systems learn to use the gateway for the hosts on its allow list and for nothing else.</summary>
internal static class PacFile
{
    /// <summary>The media type of the script.</summary>
    public const string MediaType = "application/x-ns-proxy-autoconfig";

    /// <summary>Returns the script.</summary>
    /// <param name="rules">The allow rules. Rules for networks are left out, because the script compares names.</param>
    /// <param name="proxy">Host and port of the gateway.</param>
    /// <param name="isTls">Whether clients connect to the gateway with TLS.</param>
    public static string Text(IReadOnlyList<AllowRule> rules, string proxy, bool isTls)
    {
        var text = new StringBuilder("function FindProxyForURL(url, host) {\n  host = host.toLowerCase();\n");
        Add(text, "exact", rules.Where(r => r is { Name: not null, Below: false }).Select(r => r.Name!.Value));
        Add(text, "below", rules.Where(r => r is { Name: not null, Below: true }).Select(r => "." + r.Name!.Value));
        var way = Quoted($"{(isTls ? "HTTPS" : "PROXY")} {proxy}");
        text.Append("  for (var i = 0; i < exact.length; i++) if (host === exact[i]) return ").Append(way).Append(";\n");
        text.Append("  for (var j = 0; j < below.length; j++) if (host.length > below[j].length && host.substring(host.length - below[j].length) === below[j]) return ").Append(way).Append(";\n");
        return text.Append("  return \"DIRECT\";\n}\n").ToString();
    }

    private static void Add(StringBuilder text, string name, IEnumerable<string> hosts) =>
        text.Append("  var ").Append(name).Append(" = [")
            .AppendJoin(", ", hosts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Quoted)).Append("];\n");

    private static string Quoted(string value) => $"\"{JavaScriptEncoder.Default.Encode(value)}\"";
}
