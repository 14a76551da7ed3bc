using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>
/// Lines for squid.conf. Names are compared with -n: without it, Squid looks up the name of an address, and whoever controls the
/// answer could have any address allowed.
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
