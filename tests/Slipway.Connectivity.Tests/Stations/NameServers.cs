using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Stations;

/// <summary>dnsmasq, on the internet and in the customer's network.</summary>
internal static class NameServers
{
    private static readonly string Service = Record(Address.ServiceName, Address.Edge4, Address.Edge6);

    private static readonly string[] Corporate =
    [
        Record(Address.ControllerName, Address.Controller, ""),
        Record(Address.ProxyName, Address.Proxy, ""),
        Record(Address.FrontEnd2Name, Address.FrontEnd2, ""),
    ];

    /// <summary>Where the name server on the internet notes who asked for what.</summary>
    public static string PublicLog(Node other) => Path.Combine(other.Folder, "queries.log");

    public static void StartPublic(Node other) => Start(
        other,
        [Address.PublicResolver4, Address.PublicResolver6],
        "log-queries",
        "log-facility=" + PublicLog(other),
        "address=/tunnel.example.org/192.0.2.77",
        Service,
        Record(Address.NeighbourName, Address.Edge4, Address.Edge6),
        Record(Address.OtherName, Address.Other4, Address.Other6),
        Record(Address.RebindName, Address.FrontEnd2, ""),
        Record(Address.MetadataName, Address.Metadata, ""));

    public static void StartCustomers(Node dns)
    {
        string[] forward = ["server=" + Address.PublicResolver4, .. Corporate];
        Start(dns, [Address.Resolver4, Address.Resolver6], forward);
        Start(dns, [Address.StrictResolver], [$"server=/{Address.ServiceName}/{Address.PublicResolver4}", .. Corporate]);
        Start(dns, [Address.LyingResolver], [Record(Address.ServiceName, Address.Other4, Address.Other6), .. forward]);
        Start(dns, [Address.LateResolver], [Record(Address.ServiceName, Address.NewEdge4, Address.NewEdge6), .. forward]);
        Start(dns, [Address.SinkholeResolver], $"address=/{Address.ServiceName}/0.0.0.0", "address=/#/");
        Start(dns, [Address.ProxyResolver], [Record(Address.ServiceName, Address.Proxy, ""), $"local=/{Address.ServiceName}/", .. forward]);
        // Every name below the customer's domain leads somewhere, as a wildcard of a company's own zone does.
        Start(dns, [Address.WildcardResolver], [$"local=/{Address.UnknownName}/", $"address=/{Address.SearchDomain}/{Address.FrontEnd2}", .. forward]);
    }

    private static string Record(string name, string ipv4, string ipv6) => $"host-record={name},{ipv4}{(ipv6.Length > 0 ? "," + ipv6 : "")}";

    // The parent ends when the child is ready.
    private static void Start(Node node, string[] addresses, params string[] lines) => node.Run(
        "dnsmasq",
        "--conf-file=" + node.Write(
            $"dnsmasq-{Guid.NewGuid():N}.conf",
            string.Join('\n', (string[])["no-resolv", "no-hosts", "bind-interfaces", "cache-size=0", "user=root", "pid-file=", .. addresses.Select(a => "listen-address=" + a), .. lines]) + "\n")).Well();
}
