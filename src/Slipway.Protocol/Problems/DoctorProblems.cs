namespace Slipway.Protocol.Problems;

/// <summary>Problems that slipway doctor finds between a machine and a service.</summary>
public static class DoctorProblems
{
    /// <summary>The name does not resolve.</summary>
    public static ProblemKind NameWrong { get; } = new(
        "SLW-DOC-10001",
        "The name does not resolve",
        "The name servers of this machine do not know the name of the service or proxy, or they block it.",
        "Check the spelling. If it is right, the name servers must resolve it, or a proxy that resolves it must be configured.",
        Severity.Error,
        Blame.Network);

    /// <summary>Name servers disagree about the service.</summary>
    public static ProblemKind NamesDiffer { get; } = new(
        "SLW-DOC-10002",
        "Name servers disagree about the service",
        "Name servers, or the hosts file, return different addresses: an old entry, an internal view of the zone, or a forged answer.",
        "Make all name servers return the same answer, and check the hosts file.",
        Severity.Error,
        Blame.Network);

    /// <summary>A firewall drops connections to the service.</summary>
    public static ProblemKind PortSilent { get; } = new(
        "SLW-DOC-10003",
        "A firewall drops connections to the service",
        "The first packet of a connection gets no answer: a firewall on the way drops it.",
        "Ask the network team to allow TCP from this machine to the service's port, or which proxy to use.",
        Severity.Error,
        Blame.Network);

    /// <summary>Connections to the service are refused.</summary>
    public static ProblemKind PortRefused { get; } = new(
        "SLW-DOC-10004",
        "Connections to the service are refused",
        "The first packet of a connection is rejected: by a firewall, a router, this machine's own rules, or because nothing listens there.",
        "If the service runs, ask the network team to allow it. Otherwise start it, or correct the port.",
        Severity.Error,
        Blame.Network);

    /// <summary>The proxy does not answer.</summary>
    public static ProblemKind ProxyDown { get; } = new(
        "SLW-DOC-10005",
        "The proxy does not answer",
        "The proxy's name does not resolve, connecting to it fails, its certificate is not accepted, or what answers is not a proxy.",
        "Check the proxy's address, and ask the network team whether it runs.",
        Severity.Error,
        Blame.Network);

    /// <summary>The proxy requires a login.</summary>
    public static ProblemKind ProxyLogin { get; } = new(
        "SLW-DOC-10006",
        "The proxy requires a login",
        "The proxy answers 407: no user and password are configured, they are wrong, or it requires another authentication scheme.",
        "Put user and password into HTTPS_PROXY, or ask for an exception for this machine.",
        Severity.Error,
        Blame.Network);

    /// <summary>The proxy forbids the service.</summary>
    public static ProblemKind ProxyForbids { get; } = new(
        "SLW-DOC-10007",
        "The proxy forbids the service",
        "The proxy answers 403, or refuses in another way: the host of the service is not on its list.",
        "Ask the network team to put the host of the service on the proxy's list.",
        Severity.Error,
        Blame.Network);

    /// <summary>The proxy cannot reach the service itself.</summary>
    public static ProblemKind ProxyCutOff { get; } = new(
        "SLW-DOC-10008",
        "The proxy cannot reach the service itself",
        "The proxy accepts the request and then fails: because of a firewall behind it, or its name servers.",
        "Ask the network team to let the proxy itself reach the service.",
        Severity.Error,
        Blame.Network);

    /// <summary>The encrypted connection is cut.</summary>
    public static ProblemKind TlsCut { get; } = new(
        "SLW-DOC-10009",
        "The encrypted connection is cut",
        "The connection is established, but TLS or the first request breaks off: the port speaks another protocol, or something on the way cuts it.",
        "Check that the port speaks TLS. If it does from elsewhere, ask the network team.",
        Severity.Error,
        Blame.Network);

    /// <summary>Connections are cut for the name of the service.</summary>
    public static ProblemKind ServerNameFiltered { get; } = new(
        "SLW-DOC-10010",
        "Connections are cut for the name of the service",
        "A firewall reads the server name in the TLS ClientHello (SNI) and cuts the connection because of it.",
        "Ask the network team to allow the name.",
        Severity.Error,
        Blame.Network);

    /// <summary>A TLS ClientHello in two packets does not pass.</summary>
    public static ProblemKind LargeHelloDropped { get; } = new(
        "SLW-DOC-10011",
        "A TLS ClientHello in two packets does not pass",
        "A firewall expects the TLS ClientHello in one packet. With post-quantum key exchange it needs two.",
        "Ask the network team to update the firewall, or to exempt this connection.",
        Severity.Error,
        Blame.Network);

    /// <summary>Another server answers.</summary>
    public static ProblemKind WrongServer { get; } = new(
        "SLW-DOC-10012",
        "Another server answers",
        "What answers cannot prove by its signature that it is the service: another server, a captive portal, or a proxy's page.",
        "Check --service, what the name resolves to, and whether a captive portal is in between.",
        Severity.Error,
        Blame.Network);

    /// <summary>Requests do not arrive as they were sent.</summary>
    public static ProblemKind RequestsChanged { get; } = new(
        "SLW-DOC-10013",
        "Requests do not arrive as they were sent",
        "Something on the way refuses methods or removes headers.",
        "Ask the network team to allow GET, POST, PUT, PATCH and DELETE, and to pass headers unchanged.",
        Severity.Error,
        Blame.Network);

    /// <summary>Answers are buffered until they are complete.</summary>
    public static ProblemKind StreamHeld { get; } = new(
        "SLW-DOC-10014",
        "Answers are buffered until they are complete",
        "A proxy buffers whole answers, so the events of a build arrive only at its end.",
        "Ask the network team not to buffer or scan text/event-stream.",
        Severity.Error,
        Blame.Network);

    /// <summary>Long answers are cut.</summary>
    public static ProblemKind StreamCut { get; } = new(
        "SLW-DOC-10015",
        "Long answers are cut",
        "Something on the way ends long-lasting answers, although they carry keep-alives.",
        "Ask the network team to allow answers that last five minutes.",
        Severity.Error,
        Blame.Network);

    /// <summary>Idle connections are cut.</summary>
    public static ProblemKind IdleCut { get; } = new(
        "SLW-DOC-10016",
        "Idle connections are cut",
        "A firewall or proxy drops connections that are idle for some seconds.",
        "Ask the network team to keep idle connections for at least a minute.",
        Severity.Error,
        Blame.Network);

    /// <summary>Uploads do not arrive.</summary>
    public static ProblemKind UploadHeld { get; } = new(
        "SLW-DOC-10017",
        "Uploads do not arrive",
        "An upload stalls, is cut or is changed: by a size limit, a scanner, or packets that are too large for a tunnel.",
        "Ask the network team about upload limits, scanners, and the MTU of tunnels.",
        Severity.Error,
        Blame.Network);

    /// <summary>Downloads do not arrive.</summary>
    public static ProblemKind DownloadHeld { get; } = new(
        "SLW-DOC-10018",
        "Downloads do not arrive",
        "A download stalls, is cut or is changed.",
        "Ask the network team to exempt downloads from the service.",
        Severity.Error,
        Blame.Network);

    /// <summary>IPv6 does not work.</summary>
    public static ProblemKind Ipv6Broken { get; } = new(
        "SLW-DOC-10019",
        "IPv6 does not work",
        "The service has IPv6 addresses and this machine tries them, but packets vanish: every connection waits before it falls back to IPv4.",
        "Allow IPv6, make the firewall reject it instead of dropping it, or turn it off on this machine.",
        Severity.Error,
        Blame.Network);

    /// <summary>Requests are slow or get lost.</summary>
    public static ProblemKind Slow { get; } = new(
        "SLW-DOC-10020",
        "Requests are slow or get lost",
        "Requests are not answered, or take seconds.",
        "Ask the network team to look for rate limits and packet loss.",
        Severity.Error,
        Blame.Network);

    /// <summary>The service is not ready.</summary>
    public static ProblemKind NotReady { get; } = new(
        "SLW-DOC-10021",
        "The service is not ready",
        "The service answers that it cannot work now.",
        "Tell the operator of the service.",
        Severity.Error,
        Blame.Network);

    /// <summary>Something could not be measured.</summary>
    public static ProblemKind NotMeasured { get; } = new(
        "SLW-DOC-10022",
        "Something could not be measured",
        "A check returned no result. That does not mean that all is well.",
        "Read what the check says, and try again.",
        Severity.Error,
        Blame.Network);

    /// <summary>TLS is inspected on the way.</summary>
    public static ProblemKind Inspected { get; } = new(
        "SLW-DOC-10023",
        "TLS is inspected on the way",
        "The certificate is not the service's: an inspection product decrypts the connection and opens its own to the service. It sees tokens and keys.",
        "Ask the network team to exempt the service's host from TLS inspection.",
        Severity.Error,
        Blame.Network);

    /// <summary>The certificate is not accepted.</summary>
    public static ProblemKind CertificateWrong { get; } = new(
        "SLW-DOC-10024",
        "The certificate is not accepted",
        "It is self-signed or issued by an authority that this machine does not trust, is for another name, has expired, or has a key that the service does not publish.",
        "Find out which of these it is. Then ask the operator of the service for its authority, or the network team.",
        Severity.Error,
        Blame.Network);

    /// <summary>The configuration of the proxy does not mean what it says.</summary>
    public static ProblemKind ProxySetting { get; } = new(
        "SLW-DOC-40001",
        "The configuration of the proxy does not mean what it says",
        "A variable does not name a usable proxy, or an entry of NO_PROXY seems to mean the service but has a form that programs do not understand, such as one that begins with https://.",
        "Write the proxy as http://host:port, and hosts into NO_PROXY by name, or domains with a dot in front.");

    /// <summary>The clock of this machine is wrong.</summary>
    public static ProblemKind ClockWrong { get; } = new(
        "SLW-DOC-40002",
        "The clock of this machine is wrong",
        "Certificates and signatures are valid for a limited time. With a wrong clock this machine rejects valid ones, or the service rejects this machine's.",
        "Set the clock, and keep it right with NTP.");

    /// <summary>The firewall's list of addresses is out of date.</summary>
    public static ProblemKind ListStale { get; } = new(
        "SLW-DOC-40003",
        "The firewall's list of addresses is out of date",
        "The service has addresses that are not in the list that the rules were made from.",
        "Create the rules again with slipway firewall, and keep them up to date with slipway firewall watch.");

    /// <summary>The deployment controller is not the only machine that launches builds.</summary>
    public static ProblemKind NotSingle { get; } = new(
        "SLW-DOC-40005",
        "The deployment controller is not the only machine that launches builds",
        "It is not a front-end, the environment's internal address resolves to another machine, or people recently launched from the IDE or the console through another server.",
        "Give the controller the role of a front-end, point the internal address to it, and have people connect to it.");

    /// <summary>Builds are launched through another machine.</summary>
    public static ProblemKind NotTheController { get; } = new(
        "SLW-DOC-40006",
        "Builds are launched through another machine",
        "The environment has the launch policy ControllerOnly, and this machine is not the deployment controller, or cannot prove that it is.",
        "Run slipway on the deployment controller; enrol it with slipway gateway enrol.");

    /// <summary>There is no such environment.</summary>
    public static ProblemKind EnvironmentUnknown { get; } = new(
        "SLW-DOC-40007",
        "There is no such environment",
        "The organisation of the token has no environment with this key or name.",
        "Give the key or the name of an environment to --environment.");

    /// <summary>The service does not take the token.</summary>
    public static ProblemKind TokenRefused { get; } = new(
        "SLW-DOC-40004",
        "The service does not take the token",
        "The token has expired, was revoked, or is for another service.",
        "Log in again with slipway login, or give another token.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        NameWrong, NamesDiffer, PortSilent, PortRefused, ProxyDown, ProxyLogin, ProxyForbids, ProxyCutOff, TlsCut,
        ServerNameFiltered, LargeHelloDropped, WrongServer, RequestsChanged, StreamHeld, StreamCut, IdleCut, UploadHeld, DownloadHeld,
        Ipv6Broken, Slow, NotReady, NotMeasured, Inspected, CertificateWrong, ProxySetting, ClockWrong, ListStale,
        NotSingle, NotTheController, EnvironmentUnknown, TokenRefused,
    ];
}
