using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>A HAProxy configuration that passes TLS connections on unchanged to the name that they request, when the name is allowed.</summary>
internal static class HaproxyRenderer
{
    public static string Render(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line("global");
        text.Line("  log stdout format raw local0");
        text.Line("defaults");
        text.Line("  mode tcp");
        if (rules.Log)
            text.Line("  log global\n  option tcplog");
        text.Line("  timeout connect 10s\n  timeout client 5m\n  timeout server 5m");
        text.Line("resolvers slipway");
        if (rules.Resolvers.Count == 0)
            text.Line("  parse-resolv-conf");
        foreach (var (index, resolver) in rules.Resolvers.Index())
            text.Line($"  nameserver dns{index} {(resolver.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{resolver}]" : resolver)}:53");
        foreach (var port in rules.Ports)
            Port(text, rules, port);
        return text.ToString();
    }

    private static void Port(StringBuilder text, RuleSet rules, int port)
    {
        text.Line($"frontend slipway_{port}");
        text.Line($"  bind :::{port} v4v6");
        text.Line("  tcp-request inspect-delay 5s");
        foreach (var domain in rules.Domains)
            text.Line($"  acl allowed req.ssl_sni -i {domain}");
        text.Line("  tcp-request content accept if { req.ssl_hello_type 1 } allowed");
        text.Line("  tcp-request content reject");
        foreach (var (index, domain) in rules.Domains.Index())
            text.Line($"  use_backend slipway_{port}_{index} if {{ req.ssl_sni -i {domain} }}");
        foreach (var (index, domain) in rules.Domains.Index())
        {
            text.Line($"backend slipway_{port}_{index}");
            // HAProxy uses one family and prefers IPv6 by default, even on machines without an IPv6 route.
            text.Line($"  server builder {domain}:{port} resolvers slipway resolve-prefer ipv4 init-addr none");
        }
    }
}
