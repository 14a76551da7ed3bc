using System.Text;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall.Renderers;

/// <summary>A function that sends browsers and programs to the proxy for the builder's names, without a way around it when the proxy is away.</summary>
internal static class PacRenderer
{
    public static string Render(RuleSet rules)
    {
        if (rules.Proxy is not { } proxy)
            throw new ProblemException(FirewallProblems.DestinationInvalid.At("--proxy", "A proxy auto-configuration needs the proxy, host:port."));
        var text = new StringBuilder();
        text.Line("function FindProxyForURL(url, host) {");
        text.Line($"  var names = [{string.Join(", ", rules.Domains.Select(d => $"\"{d}\""))}];");
        // Names come in the case and with the dot at the end that somebody typed.
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
