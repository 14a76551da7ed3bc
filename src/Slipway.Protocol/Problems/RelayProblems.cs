namespace Slipway.Protocol.Problems;

/// <summary>Problems of the relay.</summary>
public static class RelayProblems
{
    /// <summary>The relay cannot reach the service.</summary>
    public static ProblemKind ServiceUnreachable { get; } = new(
        "SLW-GTW-10101",
        "The relay cannot reach the service",
        "The service is restarting, its name does not resolve on the relay's machine, or a firewall between the relay and the service blocks the connection.",
        "Try again in a minute. If it happens each time, check the connection from the relay's machine to the service.",
        Severity.Error,
        Blame.Network);

    /// <summary>The service does not answer the relay.</summary>
    public static ProblemKind ServiceSilent { get; } = new(
        "SLW-GTW-10102",
        "The service does not answer the relay",
        "The connection is established, but no answer came before the timeout: the service is overloaded, or something on the way holds data back.",
        "Try again. If it happens each time, ask the operator of the relay to check its log and the connection to the service.",
        Severity.Error,
        Blame.Network);

    /// <summary>The connection from the relay to the service broke off.</summary>
    public static ProblemKind ServiceDisconnected { get; } = new(
        "SLW-GTW-10103",
        "The connection from the relay to the service broke off",
        "The service was restarted, or something between the relay and the service closed the connection.",
        "Try again: uploads are kept, and a build that was started continues at the service.",
        Severity.Error,
        Blame.Network);

    /// <summary>The relay cannot reach its proxy.</summary>
    public static ProblemKind ProxyUnreachable { get; } = new(
        "SLW-GTW-10104",
        "The relay cannot reach its proxy",
        "The relay connects to the service through a proxy that is off, has another address, or does not speak HTTP there.",
        "Check the address given with --proxy, and the connection from the relay's machine to the proxy.",
        Severity.Error,
        Blame.Network);

    /// <summary>The relay's proxy refuses connections to the service.</summary>
    public static ProblemKind ProxyRefused { get; } = new(
        "SLW-GTW-10105",
        "The relay's proxy refuses connections to the service",
        "The proxy does not allow connections to the service, or cannot make them itself.",
        "Ask the operator of the proxy to allow the service's host and port for the relay's machine.",
        Severity.Error,
        Blame.Network);

    /// <summary>The relay's proxy requires a login.</summary>
    public static ProblemKind ProxyPassword { get; } = new(
        "SLW-GTW-10106",
        "The relay's proxy requires a login",
        "The proxy requires a login (407), and the relay has no user and password, or wrong ones.",
        "Give the relay --proxy http://user@host:port and --proxy-password-file.",
        Severity.Error,
        Blame.Network);

    /// <summary>The relay does not pass this address.</summary>
    public static ProblemKind NotPassed { get; } = new(
        "SLW-GTW-20101",
        "The relay does not pass this address",
        "The relay passes only the service's API and pages, by a built-in list. It passes requests of workers only with --workers.",
        "Check the URL. A worker must connect to the service directly, or through a relay that was started with --workers.");

    /// <summary>The address of the request can be read in two ways.</summary>
    public static ProblemKind TargetAmbiguous { get; } = new(
        "SLW-GTW-20102",
        "The address of the request can be read in two ways",
        "Programs interpret paths with dot segments, empty segments, parameters, or encoded slashes and dots differently, and also URLs of another form than /path?query. Attackers use such requests to get past checks.",
        "Send the plain path.");

    /// <summary>The relay does not answer to this host name.</summary>
    public static ProblemKind HostUnknown { get; } = new(
        "SLW-GTW-20103",
        "The relay does not answer to this host name",
        "The request names a host that the relay's certificate does not contain: it was meant for another server, or someone is probing the relay.",
        "Use a host name that the relay's certificate contains.");

    /// <summary>The length of the request is given in two ways.</summary>
    public static ProblemKind LengthAmbiguous { get; } = new(
        "SLW-GTW-20104",
        "The length of the request is given in two ways",
        "With both Content-Length and Transfer-Encoding, or an encoding other than chunked, programs disagree where the request ends, so a second request can hide in it.",
        "Send either Content-Length or Transfer-Encoding: chunked.");

    /// <summary>The relay does not trust the service's certificate.</summary>
    public static ProblemKind ServiceCertificateInvalid { get; } = new(
        "SLW-GTW-20105",
        "The relay does not trust the service's certificate",
        "The certificate was issued by an authority that the relay's machine does not know, is for another name, or has expired: TLS inspection, the service's own authority, or another server in its place.",
        "Compare the issuer with the one you expect. If it is right, name its certificate in SSL_CERT_FILE on the relay's machine.");

    /// <summary>The service's key is not the one that the relay expects.</summary>
    public static ProblemKind ServiceKeyMismatch { get; } = new(
        "SLW-GTW-20106",
        "The service's key is not the one that the relay expects",
        "The service's certificate does not have the key given with --certificate-pin: the service has a new key, or TLS is inspected on the way.",
        "Ask the operator of the service for the hash of its key, and start the relay with that.");

    /// <summary>The relay connects to itself.</summary>
    public static ProblemKind Loop { get; } = new(
        "SLW-GTW-50101",
        "The relay connects to itself",
        "The request already passed this relay: the address given with --service is the relay's own, or that of another relay that leads back.",
        "Give the service's address with --service.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The certificate cannot be used.</summary>
    public static ProblemKind CertificateUnusable { get; } = new(
        "SLW-GTW-40101",
        "The certificate cannot be used",
        "The file does not exist, is not PEM, or the key does not belong to the certificate.",
        "Give the certificate with the certificates of its issuers after it in one PEM file with --certificate, and its key without a password with --key.");

    /// <summary>The authority for client certificates cannot be used.</summary>
    public static ProblemKind AuthorityUnusable { get; } = new(
        "SLW-GTW-40102",
        "The authority for client certificates cannot be used",
        "The file does not exist, or holds no PEM certificate.",
        "Give the CA certificates of your people's client certificates in one PEM file.");

    /// <summary>The proxy cannot be used.</summary>
    public static ProblemKind ProxyInvalid { get; } = new(
        "SLW-GTW-40103",
        "The address of the proxy cannot be used",
        "A proxy is http://host:port or https://host:port, with a user in front of the host if the proxy requires one. The password comes from a file, because every user of the machine can see arguments.",
        "Write it as http://user@proxy.example.com:3128 and give --proxy-password-file.");

    /// <summary>The log cannot be written.</summary>
    public static ProblemKind LogUnusable { get; } = new(
        "SLW-GTW-40104",
        "The log cannot be written",
        "The folder does not exist, or this user may not write to it.",
        "Give another file with --log, or correct the permissions.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        ServiceUnreachable,
        ServiceSilent,
        ServiceDisconnected,
        ProxyUnreachable,
        ProxyRefused,
        ProxyPassword,
        NotPassed,
        TargetAmbiguous,
        HostUnknown,
        LengthAmbiguous,
        ServiceCertificateInvalid,
        ServiceKeyMismatch,
        Loop,
        CertificateUnusable,
        AuthorityUnusable,
        ProxyInvalid,
        LogUnusable,
    ];

    /// <summary>Returns the HTTP status of the relay's answer.</summary>
    public static int StatusOf(ProblemKind kind) => Statuses.TryGetValue(kind.Code, out var status) ? status : ServiceProblems.StatusOf(kind);

    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        [ServiceUnreachable.Code] = 502,
        [ServiceSilent.Code] = 504,
        [ServiceDisconnected.Code] = 502,
        [ProxyUnreachable.Code] = 502,
        [ProxyRefused.Code] = 502,
        [ProxyPassword.Code] = 502,
        [NotPassed.Code] = 403,
        [TargetAmbiguous.Code] = 400,
        [HostUnknown.Code] = 421,
        [LengthAmbiguous.Code] = 400,
        [ServiceCertificateInvalid.Code] = 502,
        [ServiceKeyMismatch.Code] = 502,
        [Loop.Code] = 508,
    };
}
