using Slipway.Firewall.Renderers;

namespace Slipway.Firewall.Targets;

/// <summary>Proxies, and formats that direct programs to a proxy or past it.</summary>
internal static class ProxyTargets
{
    public static IReadOnlyList<RuleTarget> All { get; } =
    [
        new("haproxy", "HAProxy, passing TLS connections on by the name they ask for")
        {
            ByDomain = HaproxyRenderer.Render,
            Comment = "# ",
            Usage = new("haproxy -c -f FILE", "haproxy -f FILE -sf PID", "haproxy -f OLDFILE -sf PID"),
            Notes =
            [
                "Clients have to find this machine under the service's names, for instance by a hosts file. A name server has to say so for AAAA and HTTPS as well as for A; for dnsmasq that is local=/NAME/ besides the address.",
                "HAProxy sees the name in the first record of TLS only. A hello that has it in a second record, as a few clients send it, is refused; in several packets it may come.",
            ],
        },
        new("hosts", "hosts file")
        {
            ByDomain = HostsRenderer.Render,
            Comment = "# ",
            Usage = new("getent hosts NAME after the lines are in", "add the lines to /etc/hosts, or to %SystemRoot%\\System32\\drivers\\etc\\hosts",
                "remove the lines"),
            Notes = ["Only for addresses that stay: of a relay, a gateway or the service itself. A content delivery network changes its addresses within hours. These lines allow and refuse nothing.",
                "Browsers also ask name servers for HTTPS records (type 65), which a hosts file does not answer."],
        },
        new("no-proxy", "NO_PROXY, the names that are reached past a proxy")
        {
            ByDomain = NoProxyRenderer.Render,
            Comment = "# ",
            Usage = new("env $(grep -v '^#' FILE) curl -v https://NAME", "put the line into the environment of the programs", "remove the line"),
            Notes =
            [
                "This says which way programs take. It allows and refuses nothing.",
                "A name is itself only: programs differ on its subdomains. Never write CIDR, *.name, * or name:port, which .NET ignores; ports cannot be told apart.",
            ],
        },
        new("pac", "Proxy auto-configuration")
        {
            ByDomain = PacRenderer.Render,
            Comment = "// ",
            Usage = new("node -e \"$(cat FILE); console.log(FindProxyForURL('https://NAME/', 'NAME'))\"",
                "serve FILE as application/x-ns-proxy-autoconfig, and set its address in the system", "take the address out of the system"),
            Notes = ["This says which way programs take. It allows and refuses nothing: the firewall must refuse what does not come from the proxy."],
        },
        new("squid", "Squid")
        {
            ByDomain = SquidRenderer.Render,
            ByAddress = SquidRenderer.Render,
            Comment = "# ",
            Usage = new("squid -k parse -f FILE", "include FILE before all other http_access lines, then: squid -k reconfigure",
                "remove the include, then: squid -k reconfigure"),
            Notes = ["Squid compares the name of CONNECT only, not the one inside of TLS: slipway gateway compares both. What it refuses is in access.log as TCP_DENIED."],
        },
    ];
}
