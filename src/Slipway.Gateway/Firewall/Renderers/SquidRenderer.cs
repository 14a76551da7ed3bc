using System.Text;

namespace Slipway.Gateway.Firewall.Renderers;

/// <summary>
/// Lines for squid.conf. Names are compared with -n: without it Squid asks what name an address has, and whoever controls that
/// answer gets any address through.
/// </summary>
internal static class SquidRenderer
{
    public static string Render(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line("acl slipway_connect method CONNECT");
        text.Line($"acl slipway_ports port {rules.PortList(" ")}");
        foreach (var domain in rules.Domains)
            text.Line($"acl slipway_builder dstdomain -n {domain}");
        foreach (var prefix in rules.Prefixes)
            text.Line($"acl slipway_builder dst {prefix}");
        text.Line("http_access allow slipway_connect slipway_ports slipway_builder");
        text.Line("http_access deny all");
        return text.ToString();
    }
}
