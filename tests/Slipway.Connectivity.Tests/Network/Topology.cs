namespace Slipway.Connectivity.Tests.Network;

/// <summary>
/// The machines and the cables between them. The customer's machines are on one switch behind a router that hides their IPv4
/// addresses behind its own; the builder has a cable to the CDN's edge and no other.
/// </summary>
internal sealed class Topology
{
    /// <summary>What the customer's router does when there are no other rules: address translation.</summary>
    public const string Translation = """
        table ip translation {
          chain postrouting {
            type nat hook postrouting priority srcnat
            oifname "internet" masquerade
          }
        }

        """;

    private static readonly string[] Forwarding = ["net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1"];

    private static readonly (string Name, int Host)[] Customer = [("fe-01", 11), ("fe-02", 12), ("ctl-01", 21), ("dns", 53), ("proxy", 80)];

    private readonly List<Node> _nodes = [];

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>The customer's machines and router: what scenarios change.</summary>
    public IEnumerable<Node> OfCustomer => Customer.Select(c => this[c.Name]).Append(this["border"]);

    public Node this[string name] => _nodes.Single(n => n.Name == name);

    public void Build(string folder)
    {
        foreach (var name in new[] { "internet", "edge", "builder", "other", "border" }.Concat(Customer.Select(c => c.Name)))
            _nodes.Add(new Node(name, folder));
        foreach (var router in new[] { "internet", "border" })
            this[router].Sysctl(Forwarding);
        Internet();
        CustomerNetwork();
    }

    /// <summary>Puts rules, routes, variables and name servers of the customer's machines back to what they were.</summary>
    public void Reset()
    {
        foreach (var node in OfCustomer)
        {
            node.EndBackground();
            node.Variables.Clear();
            node.Filter(node.Name == "border" ? Translation : "");
            if (node.Name is not ("border" or "dns"))
                node.Resolver(Address.Resolver4);
        }

        foreach (var (name, _) in Customer)
            this[name].Ip("route replace default via 10.20.0.1", "route replace ::/0 via 2001:db8:20::1");
    }

    private void Internet()
    {
        Cable("internet", "edge", "192.0.2.1/30", "2001:db8:e::1/64", "192.0.2.2/30", "2001:db8:e::2/64");
        Cable("internet", "other", "192.0.2.5/30", "2001:db8:f::1/64", "192.0.2.6/30", "2001:db8:f::2/64");
        Cable("internet", "border", "198.51.100.1/30", "2001:db8:c::1/64", "198.51.100.2/30", "2001:db8:c::2/64");
        Cable("edge", "builder", "10.99.0.1/30", "fd00:99::1/64", "10.99.0.2/30", "fd00:99::2/64");
        this["edge"].Ip([.. Own(Address.Edge4, Address.Edge6, Address.NewEdge4, Address.NewEdge6), "route add default via 192.0.2.1", "route add ::/0 via 2001:db8:e::1"]);
        this["other"].Ip([.. Own(Address.Other4, Address.Other6, Address.PublicResolver4, Address.PublicResolver6), "route add default via 192.0.2.5", "route add ::/0 via 2001:db8:f::1"]);
        this["internet"].Ip(
            "route add 13.32.0.0/15 via 192.0.2.2",
            "route add 24.110.128.0/17 via 192.0.2.2",
            "route add 9.9.9.0/24 via 192.0.2.6",
            "route add 2600:9000::/28 via 2001:db8:e::2",
            "route add 2a00:1450::/32 via 2001:db8:f::2",
            "route add 2001:db8:20::/64 via 2001:db8:c::2");
    }

    private void CustomerNetwork()
    {
        var border = this["border"];
        // Where that module of the kernel is loaded, a router would filter what its switch passes on as well.
        border.Sysctl("-e", "net.bridge.bridge-nf-call-iptables=0", "net.bridge.bridge-nf-call-ip6tables=0");
        border.Ip(
            "route add default via 198.51.100.1",
            "route add ::/0 via 2001:db8:c::1",
            "link add lan type bridge",
            "address add 10.20.0.1/24 dev lan",
            "address add 2001:db8:20::1/64 dev lan nodad",
            "link set lan up",
            $"address add {Address.Metadata} dev lo");
        foreach (var (name, host) in Customer)
        {
            border.Ip($"link add {name} type veth peer name lan netns {this[name].Namespace}", $"link set {name} master lan up");
            this[name].Ip($"address add 10.20.0.{host}/24 dev lan", $"address add 2001:db8:20::{host}/64 dev lan nodad", "link set lan up");
        }

        this["dns"].Ip([.. new[] { Address.StrictResolver, Address.LyingResolver, Address.LateResolver, Address.ProxyResolver, Address.SinkholeResolver, Address.WildcardResolver }.Select(a => $"address add {a}/24 dev lan")]);
    }

    private void Cable(string one, string other, string one4, string one6, string other4, string other6)
    {
        this[one].Ip($"link add {other} type veth peer name {one} netns {this[other].Namespace}");
        this[one].Ip($"address add {one4} dev {other}", $"address add {one6} dev {other} nodad", $"link set {other} up");
        this[other].Ip($"address add {other4} dev {one}", $"address add {other6} dev {one} nodad", $"link set {one} up");
    }

    private static IEnumerable<string> Own(params string[] addresses) => addresses.Select(a => $"address add {a} dev lo");
}
