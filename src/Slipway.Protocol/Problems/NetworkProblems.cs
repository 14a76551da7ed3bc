namespace Slipway.Protocol.Problems;

/// <summary>Problems of the connection to a service: names, addresses, TLS, proxies and tokens.</summary>
public static class NetworkProblems
{
    /// <summary>The name cannot be resolved.</summary>
    public static ProblemKind NameNotResolved { get; } = new(
        "SLW-NET-10001",
        "The name cannot be resolved",
        "The name of the service or of the proxy is misspelt, or the name server that this machine asks does not know it.",
        "Check the spelling, and what getent hosts says about the name on this machine. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>Nothing listens there.</summary>
    public static ProblemKind Refused { get; } = new(
        "SLW-NET-10002",
        "Nothing listens there",
        "The machine answers, but nothing listens on the port, or a firewall rejects the connection.",
        "Check the port, and that the service runs.",
        Severity.Error,
        Blame.Network);

    /// <summary>There was no answer before the timeout.</summary>
    public static ProblemKind TimedOut { get; } = new(
        "SLW-NET-10003",
        "There was no answer before the timeout",
        "A firewall drops the packets, the machine is off, or something on the way holds the data back.",
        "Try again. If it happens each time, ask the network team whether this machine may reach that address and port, or whether a proxy must be set in HTTPS_PROXY. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>The network is unreachable.</summary>
    public static ProblemKind Unreachable { get; } = new(
        "SLW-NET-10004",
        "The network is unreachable",
        "This machine has no route to the address, is not connected, or a firewall refuses the way there.",
        "Check the connection of this machine, and that a VPN is up where one is needed. If other addresses can be reached, ask the network team whether this machine may reach this one. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>The connection broke off.</summary>
    public static ProblemKind Broken { get; } = new(
        "SLW-NET-10005",
        "The connection broke off",
        "The service was restarted, or something on the way closed the connection.",
        "Try again: uploads are kept, and a build that was started continues at the service.",
        Severity.Error,
        Blame.Network);

    /// <summary>The certificate is not trusted.</summary>
    public static ProblemKind CertificateUntrusted { get; } = new(
        "SLW-NET-10006",
        "The certificate is not trusted",
        "The service's certificate was issued by an authority that this machine does not know: that of a TLS inspection product, or the service's own.",
        "Add the issuer's certificate to the system's trusted ones, or name it in SSL_CERT_FILE, if the issuer is the one you expect. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>The certificate is not valid at this time.</summary>
    public static ProblemKind CertificateExpired { get; } = new(
        "SLW-NET-10007",
        "The certificate is not valid at this time",
        "The certificate of the service has expired, or the clock of this machine is wrong.",
        "Compare the dates with this machine's clock. Then tell the operator of the service.",
        Severity.Error,
        Blame.Network);

    /// <summary>The certificate is for another name.</summary>
    public static ProblemKind CertificateName { get; } = new(
        "SLW-NET-10008",
        "The certificate is for another name",
        "Another server answers under the name, or the service is called by a name that its certificate does not have.",
        "Use a host name that its certificate contains.",
        Severity.Error,
        Blame.Network);

    /// <summary>No encrypted connection can be made.</summary>
    public static ProblemKind TlsFailed { get; } = new(
        "SLW-NET-10009",
        "No encrypted connection can be made",
        "The other side does not speak TLS there, or something on the way cuts the handshake.",
        "Check the port, and whether the address must begin with http or https. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>The proxy asks for a password.</summary>
    public static ProblemKind ProxyPassword { get; } = new(
        "SLW-NET-10010",
        "The proxy asks for a password",
        "The proxy requires a login (407).",
        "Set HTTPS_PROXY to http://user:password@proxy:port, or ask the network team for an exception. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>The proxy refuses.</summary>
    public static ProblemKind ProxyRefused { get; } = new(
        "SLW-NET-10011",
        "The proxy refuses",
        "The proxy does not let connections to this address through, or cannot make them itself.",
        "Ask the network team to allow the host of the service, or name it in NO_PROXY if the proxy is not needed for it. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>The answer is not Slipway's.</summary>
    public static ProblemKind NotSlipway { get; } = new(
        "SLW-NET-10012",
        "The answer is not Slipway's",
        "Another server answers at the address, or something on the way answers in its place, such as a proxy's page or a log-in page.",
        "Open the address in a browser on this machine to see who answers. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>The service is not available.</summary>
    public static ProblemKind Unavailable { get; } = new(
        "SLW-NET-10013",
        "The service is not available",
        "The service is being restarted or is overloaded, or a proxy in front of it cannot reach it or has a timeout that is too short.",
        "Try again in a minute. If it happens each time, tell the operator of the service; the timeout is proxy_read_timeout in nginx, and timeout server in HAProxy. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>A download is damaged.</summary>
    public static ProblemKind Damaged { get; } = new(
        "SLW-NET-10014",
        "A download is damaged",
        "What arrived does not have the length and hash that the service announced.",
        "Try again with slipway builds download. If it happens again, something on the way changes files.",
        Severity.Error,
        Blame.Network);

    /// <summary>The proxy does not answer.</summary>
    public static ProblemKind ProxyUnreachable { get; } = new(
        "SLW-NET-10015",
        "The proxy does not answer",
        "The configured proxy is off or has another address or port, or a firewall keeps this machine from reaching it.",
        "Check HTTPS_PROXY with the network team, or name the service in NO_PROXY if it can be reached without a proxy. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>Something in front of the service limits bodies.</summary>
    public static ProblemKind BodyLimit { get; } = new(
        "SLW-NET-10016",
        "Something in front of the service limits uploads",
        "A proxy or load balancer between here and the service refuses bodies above some size (413), even the smallest pieces in which files can be uploaded.",
        "Ask its operator to raise the limit. nginx: client_max_body_size 0; Kubernetes with ingress-nginx: nginx.ingress.kubernetes.io/proxy-body-size: \"0\"; Apache: LimitRequestBody 0; IIS: maxAllowedContentLength; Traefik: maxRequestBodyBytes; Squid: request_body_max_size 0. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>Something in front of the service limits the heads of requests.</summary>
    public static ProblemKind HeadLimit { get; } = new(
        "SLW-NET-10017",
        "Something in front of the service limits the heads of requests",
        "A proxy or load balancer between here and the service refuses addresses or headers above some size (414, 431).",
        "Ask its operator to raise the limit. nginx: large_client_header_buffers 4 16k; Apache: LimitRequestLine and LimitRequestFieldSize 16380; HAProxy: tune.bufsize 32768. Run slipway doctor to see what stands in the way.",
        Severity.Error,
        Blame.Network);

    /// <summary>A token would travel without encryption.</summary>
    public static ProblemKind Unencrypted { get; } = new(
        "SLW-NET-20001",
        "A token would travel without encryption",
        "The address begins with http and is not on this machine: anyone on the way could read and use the token.",
        "Use https. If you trust the network, give --insecure-http.");

    /// <summary>The address of the service cannot be used.</summary>
    public static ProblemKind AddressInvalid { get; } = new(
        "SLW-NET-40001",
        "The address of the service cannot be used",
        "The address must have the form https://host or https://host:port, with nothing after it.",
        "Write it as https://builder.example.com.");

    /// <summary>No service is named.</summary>
    public static ProblemKind NoService { get; } = new(
        "SLW-NET-40002",
        "No service is named",
        "You named no service, and nobody has logged in to one on this machine.",
        "Log in with slipway login URL, or name the service with --service or SLIPWAY_SERVICE.");

    /// <summary>There is no token for the service.</summary>
    public static ProblemKind NoToken { get; } = new(
        "SLW-NET-40003",
        "There is no token for the service",
        "Nobody has logged in to this service on this machine, and no token was given.",
        "Log in with slipway login URL, or give a token with --token-file FILE, with --token-file - on standard input, or in SLIPWAY_TOKEN.");

    /// <summary>Keys do not travel with a build.</summary>
    public static ProblemKind KeyIsLocal { get; } = new(
        "SLW-NET-40004",
        "Keys do not travel with a build",
        "A service signs with keys from its own vault: they are uploaded once and protected there.",
        "Add the key with slipway credentials add, and leave the option out, or build without --service.");

    /// <summary>The option is for builds on this machine.</summary>
    public static ProblemKind OptionIsLocal { get; } = new(
        "SLW-NET-40005",
        "The option is for builds on this machine",
        "A service creates its own install pages and decides where they are.",
        "Leave the option out. The install URL is printed when the build is done.");

    /// <summary>The token cannot be read or kept.</summary>
    public static ProblemKind TokensUnreadable { get; } = new(
        "SLW-NET-40006",
        "The token cannot be read or kept",
        "The file cannot be read or written, or its content is malformed.",
        "Check the file and its permissions, or remove it and log in again.");

    /// <summary>The proxy setting cannot be used.</summary>
    public static ProblemKind ProxySetting { get; } = new(
        "SLW-NET-40007",
        "The proxy setting cannot be used",
        "HTTPS_PROXY, HTTP_PROXY or ALL_PROXY is set, but its value is not the address of a proxy. Nothing was sent, because without the proxy it would have gone out directly.",
        "Write it as http://host:port, or as socks5h://host:port for a SOCKS proxy. A user and a password stand before the host: http://user:password@host:port. Empty the variable if there is no proxy.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        NameNotResolved, Refused, TimedOut, Unreachable, Broken, CertificateUntrusted, CertificateExpired, CertificateName, TlsFailed, ProxyPassword, ProxyRefused, NotSlipway, Unavailable, Damaged, ProxyUnreachable, BodyLimit, HeadLimit,
        Unencrypted, AddressInvalid, NoService, NoToken, KeyIsLocal, OptionIsLocal, TokensUnreadable, ProxySetting,
    ];
}
