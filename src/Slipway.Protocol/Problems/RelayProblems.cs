namespace Slipway.Protocol.Problems;

/// <summary>The relay: the door to the builder that stands inside a network.</summary>
public static class RelayProblems
{
    /// <summary>The relay cannot reach the builder.</summary>
    public static ProblemKind BuilderUnreachable { get; } = new(
        "SLW-GTW-10101",
        "The relay cannot reach the builder",
        "The builder is being restarted, its name is not known where the relay runs, or a firewall between the relay and the builder blocks the connection.",
        "Try again in a minute. If it happens each time, check the way from the relay's machine to the builder.",
        Severity.Error,
        Blame.Network);

    /// <summary>The builder does not answer.</summary>
    public static ProblemKind BuilderSilent { get; } = new(
        "SLW-GTW-10102",
        "The builder does not answer the relay",
        "The connection stands, but nothing came back for too long: the builder is overloaded, or something on the way holds the data back.",
        "Try again. If it happens each time, ask who runs the relay to look at its log and at the way to the builder.",
        Severity.Error,
        Blame.Network);

    /// <summary>The connection to the builder broke off.</summary>
    public static ProblemKind BuilderBroken { get; } = new(
        "SLW-GTW-10103",
        "The connection from the relay to the builder broke off",
        "The builder was restarted, or something between the relay and the builder closed the connection.",
        "Try again: what was uploaded is kept, and a build that was started goes on at the builder.",
        Severity.Error,
        Blame.Network);

    /// <summary>The relay cannot reach its proxy.</summary>
    public static ProblemKind ProxyUnreachable { get; } = new(
        "SLW-GTW-10104",
        "The relay cannot reach its proxy",
        "The relay goes to the builder through a proxy, and the proxy is off, has another address, or does not speak HTTP there.",
        "Check the address given with --proxy, and the way from the relay's machine to the proxy.",
        Severity.Error,
        Blame.Network);

    /// <summary>The relay's proxy refuses.</summary>
    public static ProblemKind ProxyRefused { get; } = new(
        "SLW-GTW-10105",
        "The relay's proxy refuses the way to the builder",
        "The proxy does not allow connections to the builder, or cannot make them itself.",
        "Ask who runs the proxy to allow the builder's host and port for the relay's machine.",
        Severity.Error,
        Blame.Network);

    /// <summary>The relay's proxy asks for a password.</summary>
    public static ProblemKind ProxyPassword { get; } = new(
        "SLW-GTW-10106",
        "The relay's proxy does not know the relay",
        "The proxy lets only those through who log in to it (407), and the relay gave no name and password, or wrong ones.",
        "Give the relay --proxy http://user@host:port and --proxy-password-file.",
        Severity.Error,
        Blame.Network);

    /// <summary>The address is not one that the relay passes.</summary>
    public static ProblemKind NotPassed { get; } = new(
        "SLW-GTW-20101",
        "The relay does not pass this address",
        "The relay passes the interface and the pages of the builder and nothing else. The list of what it passes is part of it; addresses for workers are passed only when it is told so.",
        "Check the address. A worker has to reach the builder itself, or through a relay that was started with --workers.");

    /// <summary>The target of the request is written in a way that could be read in two ways.</summary>
    public static ProblemKind TargetAmbiguous { get; } = new(
        "SLW-GTW-20102",
        "The address of the request can be read in two ways",
        "Paths with dot segments, empty segments, parameters, or encoded slashes and dots mean different things to different programs, and so do addresses of other forms than /path?query. Such requests are tried to get past checks.",
        "Send the plain path.");

    /// <summary>The relay is not called that.</summary>
    public static ProblemKind HostUnknown { get; } = new(
        "SLW-GTW-20103",
        "The relay does not go by this name",
        "The request names a host that the relay's certificate does not have: it was meant for another server, or somebody tries whom the relay answers to.",
        "Call the relay by a name that its certificate has.");

    /// <summary>The length of the request is given in two ways.</summary>
    public static ProblemKind LengthAmbiguous { get; } = new(
        "SLW-GTW-20104",
        "The length of the request is given in two ways",
        "A request with both Content-Length and Transfer-Encoding, or with an encoding that is not simply chunked, ends in different places for different programs, which lets a second request hide in it.",
        "Send Content-Length, or Transfer-Encoding: chunked, and not both.");

    /// <summary>The builder's certificate is not trusted.</summary>
    public static ProblemKind BuilderCertificate { get; } = new(
        "SLW-GTW-20105",
        "The relay does not trust the builder's certificate",
        "The certificate was issued by somebody whom the relay's machine does not know, is for another name, or has expired: a company that looks into encrypted traffic, the builder's own authority, or another server in the builder's place.",
        "Compare the issuer with the one you expect. If it is right, name its certificate in SSL_CERT_FILE where the relay runs.");

    /// <summary>The builder's key is not the one that was expected.</summary>
    public static ProblemKind BuilderKey { get; } = new(
        "SLW-GTW-20106",
        "The builder's key is not the one that the relay expects",
        "The relay was told with --server-key which key the builder has, and the certificate is for another one: the builder got a new key, or something on the way looks into encrypted traffic.",
        "Ask who runs the builder for the hash of its key, and start the relay with that.");

    /// <summary>The request came through this relay already.</summary>
    public static ProblemKind Loop { get; } = new(
        "SLW-GTW-50101",
        "The relay leads to itself",
        "The request came through this relay already: the address given with --server is the relay's own, or another relay's that leads back.",
        "Give the builder's address with --server.",
        Severity.Error,
        Blame.Machine);

    /// <summary>The certificate cannot be used.</summary>
    public static ProblemKind CertificateUnusable { get; } = new(
        "SLW-GTW-40101",
        "The certificate cannot be used",
        "The file is not there, is not PEM, or the key does not belong to the certificate.",
        "Give the certificate with the certificates of its issuers after it in one PEM file with --certificate, and its key without a password with --key.");

    /// <summary>The authority for client certificates cannot be used.</summary>
    public static ProblemKind AuthorityUnusable { get; } = new(
        "SLW-GTW-40102",
        "The authority for client certificates cannot be used",
        "The file is not there, or holds no certificate in PEM.",
        "Give the certificates of those who issue your people's certificates, in one PEM file.");

    /// <summary>The proxy cannot be used.</summary>
    public static ProblemKind ProxyInvalid { get; } = new(
        "SLW-GTW-40103",
        "The address of the proxy cannot be used",
        "A proxy is http://host:port or https://host:port, with a user in front of the host where it asks for one. Its password comes from a file, because everybody on the machine can see arguments.",
        "Write it as http://user@proxy.example.com:3128 and give --proxy-password-file.");

    /// <summary>The log cannot be written.</summary>
    public static ProblemKind LogUnusable { get; } = new(
        "SLW-GTW-40104",
        "The log cannot be written",
        "The folder is not there, or this user may not write to it.",
        "Give another file with --log, or correct the permissions.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        BuilderUnreachable,
        BuilderSilent,
        BuilderBroken,
        ProxyUnreachable,
        ProxyRefused,
        ProxyPassword,
        NotPassed,
        TargetAmbiguous,
        HostUnknown,
        LengthAmbiguous,
        BuilderCertificate,
        BuilderKey,
        Loop,
        CertificateUnusable,
        AuthorityUnusable,
        ProxyInvalid,
        LogUnusable,
    ];

    /// <summary>The HTTP status that a relay answers with.</summary>
    public static int StatusOf(ProblemKind kind) => Statuses.TryGetValue(kind.Code, out var status) ? status : ServerProblems.StatusOf(kind);

    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        [BuilderUnreachable.Code] = 502,
        [BuilderSilent.Code] = 504,
        [BuilderBroken.Code] = 502,
        [ProxyUnreachable.Code] = 502,
        [ProxyRefused.Code] = 502,
        [ProxyPassword.Code] = 502,
        [NotPassed.Code] = 403,
        [TargetAmbiguous.Code] = 400,
        [HostUnknown.Code] = 421,
        [LengthAmbiguous.Code] = 400,
        [BuilderCertificate.Code] = 502,
        [BuilderKey.Code] = 502,
        [Loop.Code] = 508,
    };
}
