using Slipway.Firewall.Watch;

namespace Slipway.Firewall.Tests.Renderers;

/// <summary>
/// Two network namespaces with a cable between them. The far one has addresses of a CDN and others, and listens on some ports
/// of all of them; the near one is where rules are applied. Needs root.
/// </summary>
public sealed class OwnNetwork : IDisposable
{
    public const string Near = "10.99.0.1";
    public const string Cdn4 = "13.32.1.1";
    public const string Cdn6 = "2600:9000:2000::1";
    public const string Other4 = "9.9.9.9";
    public const string Other6 = "2a00:1450::1";
    public const string Resolver = "9.9.9.53";

    private const string Listener = """
        import select, socket
        sockets = []
        for port in (53, 443, 8443):
            s = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
            s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
            s.bind(("::", port)); s.listen(64); sockets.append(s)
        print("ready", flush=True)
        while True:
            for s in select.select(sockets, [], [])[0]:
                s.accept()[0].close()
        """;

    private const string Probe = """
        import concurrent.futures, socket, sys
        def probe(place):
            address, port = place.rsplit("/", 1)
            try:
                socket.create_connection((address, int(port)), 2).close(); return "open"
            except TimeoutError: return "silent"
            except OSError: return "refused"
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            for answer in pool.map(probe, sys.argv[1:]): print(answer)
        """;

    private readonly string _near = $"slipway-n{Environment.ProcessId}-{Guid.NewGuid():N}"[..20];
    private readonly string _far;
    private readonly StartedProcess? _listener;

    public OwnNetwork()
        : this(Listener)
    {
    }

    /// <summary>Another program of Python listens at the far end; it says ready when it does.</summary>
    internal OwnNetwork(string listener, params string[] arguments)
    {
        _far = "f" + _near;
        try
        {
            foreach (var name in new[] { _near, _far })
            {
                ExternalTool.RunWell("ip", "netns", "add", name);
                In(name, "ip", "link", "set", "lo", "up");
            }

            In(_near, "ip", "link", "add", "cable", "type", "veth", "peer", "name", "cable", "netns", _far);
            Connect(_near, "10.99.0.1/30", "fd00:99::1/64");
            Connect(_far, "10.99.0.2/30", "fd00:99::2/64");
            foreach (var address in new[] { Cdn4, Cdn6, Other4, Other6, Resolver })
                In(_far, "ip", "address", "add", address, "dev", "lo");
            In(_near, "ip", "route", "add", "default", "via", "10.99.0.2");
            In(_near, "ip", "-6", "route", "add", "default", "via", "fd00:99::2");
            _listener = StartedProcess.Start("ip", ["netns", "exec", _far, "/usr/bin/python3", "-c", listener, .. arguments]);
            _listener.Line("ready");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Starts a program where the rules are applied, and waits until it says something.</summary>
    public StartedProcess Start(string said, params string[] command)
    {
        var process = StartedProcess.Start("ip", ["netns", "exec", _near, .. command]);
        process.Line(said);
        return process;
    }

    /// <summary>Runs a program where the rules are applied.</summary>
    public ToolResult Try(params string[] command) => ExternalTool.Run("ip", ["netns", "exec", _near, .. command]);

    /// <summary>A command that applies a file there.</summary>
    public RuleCommand Command(params string[] command) => new(["ip", "netns", "exec", _near, .. command], TimeSpan.FromSeconds(30));

    public string Run(params string[] command) => In(_near, command);

    /// <summary>What happens to a connection: open, refused or silent.</summary>
    public string Reach(string address, int port) => Reach([(address, port)]).Single();

    /// <summary>What happens to some connections, in their order.</summary>
    public string[] Reach(IEnumerable<(string Address, int Port)> places) =>
        Run(["/usr/bin/python3", "-c", Probe, .. places.Select(p => $"{p.Address}/{p.Port}")]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Takes all rules and sets away.</summary>
    public void Open()
    {
        Run("nft", "flush", "ruleset");
        Run("ipset", "destroy");
    }

    public void Dispose()
    {
        _listener?.Dispose();
        foreach (var name in new[] { _near, _far })
            ExternalTool.Run("ip", "netns", "delete", name);
    }

    private static void Connect(string name, string ipv4, string ipv6)
    {
        In(name, "ip", "address", "add", ipv4, "dev", "cable");
        In(name, "ip", "address", "add", ipv6, "dev", "cable", "nodad");
        In(name, "ip", "link", "set", "cable", "up");
    }

    private static string In(string name, params string[] command) => ExternalTool.RunWell("ip", ["netns", "exec", name, .. command]);
}
