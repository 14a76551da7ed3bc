using System.Text;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Renderers;

/// <summary>A PAC function that sends browsers and programs to the proxy for the service's names, with no direct connection as a fallback.</summary>
internal static class PacRenderer
{
    public static string Render(RuleSet rules)
    {
        if (rules.Proxy is not { } proxy)
            throw new ProblemException(FirewallProblems.DestinationInvalid.At("--proxy", "A PAC file needs the address of the proxy, host:port."));
        var text = new StringBuilder();
        text.Line("function FindProxyForURL(url, host) {");
        text.Line($"  var names = [{string.Join(", ", rules.Domains.Select(d => $"\"{d}\""))}];");
        // Names arrive as they were typed: in any case, and with or without a trailing dot.
        text.Line("  host = host.toLowerCase().replace(/\\.$/, \"\");");
        text.Line("  for (var i = 0; i < names.length; i++) {");
        text.Line("    if (host === names[i])");
        text.Line($"      return \"PROXY {proxy}\";");
        text.Line("  }");
        text.Line("  return \"DIRECT\";");
        text.Line("}");
        return text.ToString();
    }
}
