"""The drawings of docs/connectivity. Each shows what its guide does, with the same names, addresses and refusals."""
from model import ALLOWED, NEUTRAL, REFUSED, RISK, Card, Drawing, Link, Rule, Zone

SERVICE = "TLS to builder.example.com, port 443"
NETWORK = "Your network"
PAST = "past the|proxy:|TCP reset"


def edge(columns=(0, 4.9), text="CloudFront"):
    return Card("edge", columns, "edge", "CDN’s edge", text)


def service(columns, rules=()):
    return Card("service", columns, "server", "service", "builder.example.com", list(rules))


def border(text):
    return Card("border", (0, 12), "firewall", "border: the router", text)


WAYS = Drawing(
    "docs/connectivity/ways.svg", "Five ways to the service",
    "From a locked-down network five ways lead to the CDN's edge on port 443 and from there to the service: a proxy, a firewall by domain, "
    "a firewall by IP, one single machine, and combinations of them.",
    [[Card("proxy", (0, 7), "gateway", "1. A proxy", "the tightest: checks names, ports, the name in TLS, the client")],
     [Card("domain", (0, 7), "firewall", "2. A firewall by domain", "checks names and ports")],
     [Card("ip", (0, 7), "list", "3. A firewall by IP", "the loosest: checks addresses, which customers of a CDN share"), edge((8.6, 12), "port 443")],
     [Card("machine", (0, 7), "server", "4. One single machine", "checks who launches, and through which machine")],
     [Card("both", (0, 7), "plan", "5. Combinations", "each closes gaps of another one"), Card("service", (8.6, 12), "server", "service", "one host name")]],
    [Zone("Your network: the way out", 0, 4, (0, 7)), Zone("Internet", 0, 4, (8.6, 12))],
    [Link(way, "edge", ALLOWED, 7.95, elbow=True, into_side=True) for way in ("proxy", "domain", "machine", "both")]
    + [Link("ip", "edge", ALLOWED), Link("edge", "service", ALLOWED, 9.1)], gap=20, through=20)


def only_proxy(path, title, description, name, port, rules, how, outward):
    """Machines have no way out but the one that is called proxy."""
    return Drawing(
        path, title, description,
        [[Card("fe-02", (0, 3.9), "server", "fe-02", "not listed as a client"), Card("fe-01", (4.2, 8.2), "server", "fe-01", "10.20.0.11|a client")],
         [Card("proxy", (0, 8.2), "gateway", name, f"proxy.corp.example|10.20.0.80:{port}", rules)],
         [border("lets out the proxy and the name server only")],
         [edge(), service((6.6, 12))]],
        [Zone(NETWORK, 0, 1), Zone("Internet", 3, 3, title_at="right")],
        [Link("fe-02", "proxy", REFUSED, 0.5, "403"), Link("fe-01", "proxy", ALLOWED, 4.7, how),
         Link("fe-01", "border", REFUSED, 9.3, PAST, elbow=True, row=1),
         Link("proxy", "border", ALLOWED, 0.5, outward), Link("border", "edge", ALLOWED, 0.5, outward), Link("edge", "service", ALLOWED)])


BY_NAME = [Rule(ALLOWED, "builder.example.com:443", "passes"), Rule(REFUSED, "other.example.org", "403"),
           Rule(REFUSED, "another port, such as 8443", "403"), Rule(REFUSED, "an address: 13.32.1.1", "403")]

PROXY = only_proxy(
    "docs/connectivity/1-proxy.svg", "A proxy: machines reach the service through the gateway only",
    "fe-01 asks the proxy, 10.20.0.80 port 3128, for builder.example.com port 443, and the router lets the proxy out to the CDN. The proxy "
    "answers 403 to other names, ports and addresses and to fe-02, which is not listed, and closes a tunnel whose TLS hello has another name. "
    "The router resets connections of machines that go past the proxy.",
    "proxy: slipway gateway", 3128, BY_NAME + [Rule(REFUSED, "another name in the TLS hello", "closed")], "HTTP CONNECT|port 3128", SERVICE)

SQUID = only_proxy(
    "docs/connectivity/2-squid.svg", "By domain with Squid as the proxy",
    "fe-01 asks Squid, 10.20.0.80 port 3128, for builder.example.com port 443, and the router lets the proxy out to the CDN. Squid answers 403 to "
    "other names, ports and addresses and to fe-02. It does not read the name in the TLS hello: through an allowed tunnel another customer of the CDN is "
    "reached. The router resets connections of machines that go past the proxy.",
    "proxy: Squid", 3128, BY_NAME + [Rule(RISK, "another name in the TLS hello", "passes")], "HTTP CONNECT|port 3128", SERVICE)

LOOKUP = Drawing(
    "docs/connectivity/2-name-server.svg", "By domain with HAProxy and the name server",
    "fe-01 asks the name server for builder.example.com and gets the proxy's address, 10.20.0.80; queries for IPv6 and HTTPS records get none. "
    "It connects to HAProxy there on port 443, which reads the name in the TLS hello, asks 9.9.9.53 for its address and passes the connection on to the CDN. "
    "Other names are closed. The router lets out the proxy and the name server only, and resets connections of fe-01.",
    [[Card("dns", (0, 4.3), "names", "name server", "answers with|10.20.0.80"), Card("fe-01", (4.9, 8.2), "server", "fe-01", "10.20.0.11")],
     [Card("proxy", (0, 8.2), "gateway", "proxy: HAProxy", "10.20.0.80:443, reads the name in the TLS hello, looks it up itself", [
         Rule(ALLOWED, "builder.example.com", "passes"), Rule(REFUSED, "other names, no name", "closed")])],
     [border("lets out the proxy and the name server only")],
     [edge((0, 5.6)), Card("root", (6.9, 12), "names", "name server", "9.9.9.53")],
     [service((0, 5.6))]],
    [Zone(NETWORK, 0, 1), Zone("Internet", 3, 4, title_at="right")],
    [Link("fe-01", "dns", ALLOWED), Link("fe-01", "proxy", ALLOWED, 5.4, "port 443"), Link("proxy", "border", ALLOWED, 7.4, "port 53"),
     Link("fe-01", "border", REFUSED, 9.6, PAST, elbow=True, row=1),
     Link("proxy", "border", ALLOWED, 0.5, SERVICE), Link("border", "edge", ALLOWED, 0.5, SERVICE), Link("border", "root", ALLOWED, 7.4, "port 53"),
     Link("edge", "service", ALLOWED, 0.5)])

DOMAIN = Drawing(
    "docs/connectivity/2-firewall-by-domain.svg", "A firewall by domain: only connections that ask for the service's name pass",
    "fe-01 connects to builder.example.com port 443. The router leads port 443 to HAProxy, which reads the name in the TLS hello, looks it up "
    "itself and passes the connection on to the CDN. Other names, and connections without a name, are closed; other ports are reset. The name server "
    "10.20.0.53 may ask 9.9.9.53 on port 53.",
    [[Card("fe-01", (0, 5.6), "server", "fe-01", "10.20.0.11"), Card("dns", (7.8, 12), "names", "name server", "10.20.0.53")],
     [Card("border", (0, 12), "firewall", "border: the router, with nftables and HAProxy",
           "reads the name in the TLS hello, looks it up itself, and passes the connection on without opening it", [
               Rule(ALLOWED, "builder.example.com, port 443", "passes"), Rule(REFUSED, "other.example.org, port 443", "closed"),
               Rule(REFUSED, "news.example.net: same addresses, other name", "closed"), Rule(REFUSED, "13.32.1.1: an address, no name", "closed"),
               Rule(REFUSED, "other ports (80, 8443), IPv4 and IPv6", "TCP reset"), Rule(ALLOWED, "the name server to 9.9.9.53, port 53", "passes")])],
     [edge((0, 5.6)), Card("root", (7.8, 12), "names", "name server", "9.9.9.53")],
     [service((0, 5.6))]],
    [Zone(NETWORK, 0, 0), Zone("Internet", 2, 3, title_at="right")],
    [Link("fe-01", "border", ALLOWED, 0.5, "service|port 443"), Link("fe-01", "border", REFUSED, 3.6, "other names|other ports"),
     Link("fe-01", "dns", ALLOWED, label="port 53"), Link("dns", "border", ALLOWED, 8.3, "port 53"), Link("border", "root", ALLOWED, 8.3, "port 53"),
     Link("border", "edge", ALLOWED, 0.5, SERVICE), Link("edge", "service", ALLOWED, 0.5)])

IP = Drawing(
    "docs/connectivity/3-firewall-by-ip.svg", "A firewall by IP: only addresses of the CDN may be reached",
    "The packet filter of fe-01 lets it reach port 443 of the CDN's addresses and port 53 of the name server, and refuses the rest at once. Its "
    "rules come from Amazon's list of addresses and are updated each hour. Other customers of the same CDN can be reached too, and "
    "the name server forwards queries to the owner of the name.",
    [[Card("fe-01", (0, 5.4), "server", "fe-01", "launches builds"), Card("list", (6.6, 12), "list", "ip-ranges.json", "Amazon’s list, service CLOUDFRONT")],
     [Card("filter", (0, 12), "firewall", "packet filter of fe-01: nftables", "knows addresses and ports, no names", [
         Rule(ALLOWED, "the CDN’s addresses, port 443, IPv4 and IPv6", "passes"), Rule(ALLOWED, "the name server, 10.20.0.53, port 53", "passes"),
         Rule(REFUSED, "the CDN’s addresses, other ports: 8443", "refused"), Rule(REFUSED, "other addresses: other.example.org", "refused"),
         Rule(REFUSED, "other name servers: 9.9.9.53", "refused")])],
     [Card("dns", (7.6, 12), "names", "name server", "10.20.0.53")],
     [edge((0, 5.4)), Card("owner", (7.6, 12), "names", "name server", "of the owner of the name")],
     [service((0, 5.4)), Card("news", (6.1, 12), "cloud", "news.example.net", "another customer of the same CDN")]],
    [Zone(NETWORK, 0, 2), Zone("Internet", 3, 4, title_at="right")],
    [Link("fe-01", "filter", ALLOWED, 0.5, "port 443"), Link("fe-01", "filter", REFUSED, 2.9, "the rest"),
     Link("list", "filter", NEUTRAL, 7.2, "slipway firewall|watch, each hour"), Link("filter", "dns", ALLOWED, 8.1, "port 53"),
     Link("filter", "edge", ALLOWED, 0.5, "TLS, port 443", row=2), Link("dns", "owner", RISK, 8.1, "port 53: any name"),
     Link("edge", "service", ALLOWED, 0.5), Link("edge", "news", RISK, 6.6, elbow=True)])

MACHINE = Drawing(
    "docs/connectivity/4-single-machine.svg", "One single machine: people reach the controller, and only the controller reaches the service",
    "People at fe-01, with the IDE or the command line, and at a web console are connected to ctl-01, builds.corp.example port 443. Its relay passes "
    "builds and pages, answers 403 to other paths, and signs launches with its own key. The router lets out only ctl-01 and the name server, and resets "
    "connections of fe-02. The service refuses launches that come another way with SLW-ENV-20001 and names ctl-01.",
    [[Card("fe-01", (0, 3.9), "laptop", "fe-01", "IDE,|command line"), Card("console", (4.2, 8.2), "laptop", "browser", "web console"),
      Card("fe-02", (8.5, 12), "server", "fe-02", "front-end")],
     [Card("ctl-01", (0, 8.2), "gateway", "ctl-01: slipway gateway relay", "builds.corp.example|10.20.0.21:443", [
         Rule(ALLOWED, "builds and pages", "passes, signed"), Rule(REFUSED, "other paths: /api/v1/workers", "403")])],
     [border("lets out ctl-01 and the name server only")],
     [Card("else", (7, 12), "laptop", "another network", "with a valid token")],
     [edge((0, 12), "CloudFront, port 443")],
     [service((0, 12), [Rule(ALLOWED, "a launch that ctl-01 signed with its key", "builds"),
                        Rule(REFUSED, "any other launch: told to use ctl-01", "SLW-ENV-20001")])]],
    [Zone(NETWORK, 0, 1), Zone("Internet", 3, 5, title_at="right")],
    [Link("fe-01", "ctl-01", ALLOWED, 0.5, "port 443"), Link("console", "ctl-01", ALLOWED, 4.7, "port 443"),
     Link("fe-02", "border", REFUSED, 9, "directly:|TCP reset", row=1),
     Link("ctl-01", "border", ALLOWED, 0.5, SERVICE), Link("border", "edge", ALLOWED, 0.5, "signed launches", row=3),
     Link("else", "edge", ALLOWED, 7.6, "port 443"), Link("edge", "service", ALLOWED, 0.5, "signed by ctl-01"),
     Link("edge", "service", REFUSED, 7.6, "not signed")])

BEHIND_FIREWALL = Drawing(
    "docs/connectivity/5-proxy-behind-firewall.svg", "A proxy whose own machine is limited by a firewall",
    "fe-01 asks the gateway on port 3128. The gateway checks names, and the packet filter of its machine checks addresses. "
    "builder.example.com passes both. other.example.org is on the allow list by mistake and fails at the packet filter: 502. "
    "news.example.net has an address of the CDN and fails at the gateway: 403.",
    [[Card("fe-01", (0, 12), "server", "fe-01", "asks proxy.corp.example:3128 for")],
     [Card("proxy", (0, 12), "gateway", "slipway gateway, 10.20.0.80:3128", "checks names: those on its allow list")],
     [Card("filter", (0, 12), "firewall", "packet filter: nftables", "checks addresses: those of the CDN pass")],
     [edge((0, 4.9)), service((6.6, 12))]],
    [Zone(NETWORK, 0, 2), Zone("proxy: one machine", 1, 2, (0, 12), title_at=0.6), Zone("Internet", 3, 3, title_at="right")],
    [Link("fe-01", "proxy", ALLOWED, 0.3, "builder.example.com|on the list"), Link("fe-01", "proxy", ALLOWED, 4.55, "other.example.org|on it by mistake"),
     Link("fe-01", "proxy", REFUSED, 8.4, "news.example.net|not on it: 403"),
     Link("proxy", "filter", ALLOWED, 0.3, "an address of|the CDN"), Link("proxy", "filter", REFUSED, 4.55, "another address: 502"),
     Link("filter", "edge", ALLOWED, 0.3, SERVICE), Link("edge", "service", ALLOWED)])

BEHIND_PROXY = Drawing(
    "docs/connectivity/5-machine-behind-proxy.svg", "A single machine behind a proxy that wants a login",
    "People at fe-01 are connected to the relay of ctl-01 on port 443. ctl-01 goes through the gateway, 10.20.0.80 port 3130, which admits only "
    "ctl-01 and only builder.example.com, and logs in to Squid on port 3128 of the same machine. The router lets out only the proxy and the name server, and "
    "resets connections of ctl-01.",
    [[Card("fe-01", (0, 7.6), "laptop", "fe-01", "a person who launches builds")],
     [Card("ctl-01", (0, 7.6), "gateway", "ctl-01: slipway gateway relay", "builds.corp.example|10.20.0.21:443")],
     [Card("proxy", (0, 7.6), "gateway", "slipway gateway", "10.20.0.80:3130", [
         Rule(ALLOWED, "ctl-01 to the service", "passes"), Rule(REFUSED, "ctl-01 to another name", "403"), Rule(REFUSED, "anybody else: fe-01", "403")])],
     [Card("squid", (0, 7.6), "gateway", "the company’s Squid", "10.20.0.80:3128, wants a login")],
     [border("lets out the proxy and the name server only")],
     [edge(), service((6.6, 12))]],
    [Zone(NETWORK, 0, 3), Zone("proxy: one machine", 2, 3, (0, 7.6), title_at="right"), Zone("Internet", 5, 5, title_at="right")],
    [Link("fe-01", "ctl-01", ALLOWED, 0.5, "builds.corp.example, port 443"), Link("ctl-01", "proxy", ALLOWED, 0.5, "HTTP CONNECT, port 3130"),
     Link("proxy", "squid", ALLOWED, 0.5, "login of svc-builds, port 3128"), Link("squid", "border", ALLOWED, 0.5, SERVICE),
     Link("border", "edge", ALLOWED, 0.5, SERVICE), Link("edge", "service", ALLOWED),
     Link("ctl-01", "border", REFUSED, 8.9, PAST, elbow=True, row=2)])

DRAWINGS = [WAYS, PROXY, DOMAIN, SQUID, LOOKUP, IP, MACHINE, BEHIND_FIREWALL, BEHIND_PROXY]
