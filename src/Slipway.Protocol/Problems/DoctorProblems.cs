namespace Slipway.Protocol.Problems;

/// <summary>What slipway doctor finds wrong between a machine and a service.</summary>
public static class DoctorProblems
{
    /// <summary>The name leads nowhere.</summary>
    public static ProblemKind NameWrong { get; } = new(
        "SLW-DOC-10001",
        "The name leads nowhere",
        "The name servers of this machine do not know the name of the service or of the proxy, or they were told to lead it nowhere.",
        "Check the spelling. If it is right, the name servers have to resolve it, or a proxy has to be configured that does.",
        Severity.Error,
        Blame.Network);

    /// <summary>Name servers disagree about the service.</summary>
    public static ProblemKind NamesDiffer { get; } = new(
        "SLW-DOC-10002",
        "Name servers disagree about the service",
        "One name server leads to another place than the next, or the hosts file does: an old entry, a view for the inside of the network, or a lie.",
        "Let all name servers give the same answer, and look into the hosts file.",
        Severity.Error,
        Blame.Network);

    /// <summary>A firewall drops connections to the service.</summary>
    public static ProblemKind PortSilent { get; } = new(
        "SLW-DOC-10003",
        "A firewall drops connections to the service",
        "Nothing comes back for the first packet of a connection: a firewall on the way throws it away.",
        "Ask the network team to allow TCP from this machine to the port of the service, or which proxy leads there.",
        Severity.Error,
        Blame.Network);

    /// <summary>Connections to the service are refused.</summary>
    public static ProblemKind PortRefused { get; } = new(
        "SLW-DOC-10004",
        "Connections to the service are refused",
        "The answer to the first packet of a connection is a refusal: of a firewall, of a router, of this machine's own rules, or because nothing listens there.",
        "If the service runs, ask the network team to allow it. Otherwise start it, or correct the port.",
        Severity.Error,
        Blame.Network);

    /// <summary>The proxy does not answer.</summary>
    public static ProblemKind ProxyDown { get; } = new(
        "SLW-DOC-10005",
        "The proxy does not answer",
        "The name of the proxy leads nowhere, it cannot be connected to, its own certificate is not accepted, or what answers is no proxy.",
        "Check the address of the proxy, and ask the network team whether it runs.",
        Severity.Error,
        Blame.Network);

    /// <summary>The proxy wants a login.</summary>
    public static ProblemKind ProxyLogin { get; } = new(
        "SLW-DOC-10006",
        "The proxy wants a login",
        "The proxy answers 407: no user and password are configured, they are wrong, or it takes a way of logging in that is not configured.",
        "Write user and password into HTTPS_PROXY, or ask for an exception for this machine.",
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
        "The proxy takes the request and fails with it: a firewall behind it, or its name servers.",
        "Ask the network team to let the proxy itself reach the service.",
        Severity.Error,
        Blame.Network);

    /// <summary>The encrypted connection is cut.</summary>
    public static ProblemKind TlsCut { get; } = new(
        "SLW-DOC-10009",
        "The encrypted connection is cut",
        "The connection is made, and TLS or the first request on it breaks off: the port speaks something else, or something on the way cuts it.",
        "Check that the port speaks TLS. If it does elsewhere, ask the network team.",
        Severity.Error,
        Blame.Network);

    /// <summary>Connections are cut for the name of the service.</summary>
    public static ProblemKind ServerNameFiltered { get; } = new(
        "SLW-DOC-10010",
        "Connections are cut for the name of the service",
        "A firewall reads the name in the first message of TLS (SNI) and cuts the connection for it.",
        "Ask the network team to allow the name.",
        Severity.Error,
        Blame.Network);

    /// <summary>A first message of TLS in two packets does not pass.</summary>
    public static ProblemKind LargeHelloDropped { get; } = new(
        "SLW-DOC-10011",
        "A first message of TLS in two packets does not pass",
        "A firewall expects the first message of TLS in one packet. With post-quantum key exchange it needs two.",
        "Ask the network team for an update of the firewall, or to leave this connection alone.",
        Severity.Error,
        Blame.Network);

    /// <summary>Another server answers.</summary>
    public static ProblemKind WrongServer { get; } = new(
        "SLW-DOC-10012",
        "Another server answers",
        "What answers does not prove by its signature that it is the service: another server, a log-in page of the network, or a page of a proxy.",
        "Check --server, what the name leads to, and whether a page for logging in to the network is in between.",
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

    /// <summary>Answers are held back until they are whole.</summary>
    public static ProblemKind StreamHeld { get; } = new(
        "SLW-DOC-10014",
        "Answers are held back until they are whole",
        "A proxy collects an answer before it passes it on, so that events of a build come at its end only.",
        "Ask the network team not to buffer or scan text/event-stream.",
        Severity.Error,
        Blame.Network);

    /// <summary>Long answers are cut.</summary>
    public static ProblemKind StreamCut { get; } = new(
        "SLW-DOC-10015",
        "Long answers are cut",
        "Something on the way ends answers that last, although signs of life come on them.",
        "Ask the network team to let answers last five minutes.",
        Severity.Error,
        Blame.Network);

    /// <summary>Quiet connections are cut.</summary>
    public static ProblemKind IdleCut { get; } = new(
        "SLW-DOC-10016",
        "Quiet connections are cut",
        "A firewall or proxy forgets connections on which nothing is said for some seconds.",
        "Ask the network team to keep quiet connections for a minute at least.",
        Severity.Error,
        Blame.Network);

    /// <summary>Uploads do not arrive.</summary>
    public static ProblemKind UploadHeld { get; } = new(
        "SLW-DOC-10017",
        "Uploads do not arrive",
        "An upload stands still, is cut or is changed: a limit of size, a scanner, or packets that are too large for a tunnel.",
        "Ask the network team about limits of uploads, scanners, and the MTU of tunnels.",
        Severity.Error,
        Blame.Network);

    /// <summary>Downloads do not arrive.</summary>
    public static ProblemKind DownloadHeld { get; } = new(
        "SLW-DOC-10018",
        "Downloads do not arrive",
        "A download stands still, is cut or is changed.",
        "Ask the network team to leave downloads of the service alone.",
        Severity.Error,
        Blame.Network);

    /// <summary>IPv6 is there in name only.</summary>
    public static ProblemKind Ipv6Broken { get; } = new(
        "SLW-DOC-10019",
        "IPv6 is there in name only",
        "The service has addresses of IPv6, this machine believes that it can reach them, and packets vanish: every connection waits before IPv4 is tried.",
        "Let the firewall reject IPv6 instead of dropping it, allow it, or turn it off on this machine.",
        Severity.Error,
        Blame.Network);

    /// <summary>Requests are slow or get lost.</summary>
    public static ProblemKind Slow { get; } = new(
        "SLW-DOC-10020",
        "Requests are slow or get lost",
        "Requests are not answered, or take seconds.",
        "Ask the network team to look for limits and losses on the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>The service is not ready.</summary>
    public static ProblemKind NotReady { get; } = new(
        "SLW-DOC-10021",
        "The service is not ready",
        "The service is reached, and says that it cannot work now.",
        "Tell who runs the service.",
        Severity.Error,
        Blame.Network);

    /// <summary>Something could not be measured.</summary>
    public static ProblemKind NotMeasured { get; } = new(
        "SLW-DOC-10022",
        "Something could not be measured",
        "A check was tried and gave no result. That is not the same as well.",
        "See what the check says, and try again.",
        Severity.Error,
        Blame.Network);

    /// <summary>Somebody looks into the encrypted connection.</summary>
    public static ProblemKind Inspected { get; } = new(
        "SLW-DOC-10023",
        "Somebody looks into the encrypted connection",
        "The certificate is not the service's: a product for inspection ends the connection, reads it, and makes another one to the service. It sees tokens and keys.",
        "Ask the network team to leave the host of the service out of the inspection.",
        Severity.Error,
        Blame.Network);

    /// <summary>The certificate is not accepted.</summary>
    public static ProblemKind CertificateWrong { get; } = new(
        "SLW-DOC-10024",
        "The certificate is not accepted",
        "It is self-signed or was issued by somebody whom this machine does not trust, is for another name, is not valid any more, or has a key that the service does not publish yet.",
        "See which of them it is; then ask who runs the service for its authority, or the network team.",
        Severity.Error,
        Blame.Network);

    /// <summary>The configuration of the proxy does not mean what it says.</summary>
    public static ProblemKind ProxySetting { get; } = new(
        "SLW-DOC-40001",
        "The configuration of the proxy does not mean what it says",
        "A variable names no proxy that can be used, or an entry of NO_PROXY seems to mean the service and is of no form that programs understand, such as an address with https:// in front.",
        "Write the proxy as http://host:port, and hosts into NO_PROXY by name, or domains with a dot in front.");

    /// <summary>The clock of this machine is wrong.</summary>
    public static ProblemKind ClockWrong { get; } = new(
        "SLW-DOC-40002",
        "The clock of this machine is wrong",
        "Certificates and signatures are valid for a time; with a wrong clock they are taken for invalid, or the service takes those of this machine for invalid.",
        "Set the clock, and let it be kept by NTP.");

    /// <summary>The firewall's list of addresses is out of date.</summary>
    public static ProblemKind ListStale { get; } = new(
        "SLW-DOC-40003",
        "The firewall's list of addresses is out of date",
        "The service has addresses that are not in the list that the rules were made from.",
        "Make the rules anew with slipway firewall, and keep them in step with slipway firewall watch.");

    /// <summary>The deployment controller is not the only machine that launches builds.</summary>
    public static ProblemKind NotSingle { get; } = new(
        "SLW-DOC-40005",
        "The deployment controller is not the only machine that launches builds",
        "It is no front-end, the internal address of the environment leads elsewhere, or people launched from the IDE or the console through another server lately.",
        "Give the controller the role of a front-end, lead the internal address to it, and connect people to it.");

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
