namespace Slipway.Protocol.Problems;

/// <summary>Problems of the gateway's configuration, host list, parents and log.</summary>
public static class GatewayProblems
{
    /// <summary>No parent proxy accepts connections.</summary>
    public static ProblemKind UpstreamsFailed { get; } = new(
        "SLW-GTW-10001",
        "No parent proxy accepts connections",
        "Every parent proxy is down, refuses this gateway, or does not answer in time.",
        "Try a parent with curl --proxy on the gateway's machine, and check its address, user and password.",
        Severity.Error,
        Blame.Network);

    /// <summary>The service's host list cannot be loaded.</summary>
    public static ProblemKind HostListNotLoaded { get; } = new(
        "SLW-GTW-10002",
        "The service's host list cannot be loaded",
        "The service does not answer at the configured address, or something else answers.",
        "Fetch the address followed by /.well-known/slipway-builder on the gateway's machine. Until it answers, the gateway uses the list that it loaded last.",
        Severity.Error,
        Blame.Network);

    /// <summary>The service's host list is signed with another key.</summary>
    public static ProblemKind HostListKeyChanged { get; } = new(
        "SLW-GTW-20001",
        "The service's host list is signed with another key",
        "The service was set up again, or something between the gateway and the service changes answers. The gateway refuses the list and keeps the previous one.",
        "Compare the thumbprint with the one that slipway serve prints when it starts. If they match, put it into builder.key or remove the stored list.");

    /// <summary>The gateway would let something through that is not listed.</summary>
    public static ProblemKind SelfTestFailed { get; } = new(
        "SLW-GTW-20002",
        "The gateway would let something through that is not listed",
        "At startup, a host that is not listed passed the allow list. A gateway that is open by mistake does not start.",
        "Narrow the named rule: a rule that allows everything is not accepted.");

    /// <summary>The configuration cannot be read.</summary>
    public static ProblemKind ConfigurationUnreadable { get; } = new(
        "SLW-GTW-40001",
        "The gateway's configuration cannot be read",
        "The file is not there, is larger than 1 MiB, or is not JSON. Comments and trailing commas are allowed.",
        "Correct the place that is named; slipway gateway --check shows what is left.");

    /// <summary>A setting is not known.</summary>
    public static ProblemKind SettingUnknown { get; } = new(
        "SLW-GTW-40002",
        "The gateway's configuration has an unknown setting",
        "The name is misspelt, or in the wrong place. It may be meant to forbid something, so the gateway does not ignore it.",
        "Correct or remove the setting.");

    /// <summary>A setting has a value that cannot be used.</summary>
    public static ProblemKind SettingInvalid { get; } = new(
        "SLW-GTW-40003",
        "A setting of the gateway has a value that cannot be used",
        "The value has the wrong type, is outside of its range, or lacks a setting that it needs.",
        "Correct the given position.");

    /// <summary>A setting appears twice.</summary>
    public static ProblemKind SettingRepeated { get; } = new(
        "SLW-GTW-40004",
        "A setting of the gateway appears twice",
        "Programs differ in which of two equal names they use, and people notice only one of them.",
        "Keep one of them.");

    /// <summary>A rule cannot be used.</summary>
    public static ProblemKind RuleInvalid { get; } = new(
        "SLW-GTW-40005",
        "A rule of the gateway cannot be used",
        "A rule is a host name, *. and a host name, an IP address or a network; each with an optional port, range of ports or * after a colon.",
        "Correct the rule that is named.");

    /// <summary>A file of passwords cannot be used.</summary>
    public static ProblemKind PasswordsUnusable { get; } = new(
        "SLW-GTW-40006",
        "A file of passwords cannot be used",
        "The file does not exist, its permissions let others read or write it, or a line is not of the form user:hash with a hash of bcrypt, SHA-512, SHA-256, apr1 or SHA.",
        "Write the file with htpasswd -B, or a line with openssl passwd -6.");

    /// <summary>A certificate, key or revocation list cannot be used.</summary>
    public static ProblemKind CertificateUnusable { get; } = new(
        "SLW-GTW-40007",
        "A certificate, key or revocation list of the gateway cannot be used",
        "The file is not there, is not PEM, or certificate and key do not belong together.",
        "Check the files with openssl x509, openssl pkey and openssl crl.");

    /// <summary>The gateway cannot listen at its address.</summary>
    public static ProblemKind CannotListen { get; } = new(
        "SLW-GTW-40008",
        "The gateway cannot listen at its address",
        "Another program listens there, the address does not belong to this machine, or the port requires more privileges.",
        "Choose another address with --listen, or stop the other program.");

    /// <summary>Negotiate is not available.</summary>
    public static ProblemKind NegotiateUnavailable { get; } = new(
        "SLW-GTW-40009",
        "Negotiate is not available on this machine",
        "The system's library for Kerberos is not installed, or there is no ticket or keytab for the user of the gateway.",
        "Install libgssapi-krb5-2 (and gss-ntlmssp for NTLM), run kinit or set KRB5_CLIENT_KTNAME, or use scheme basic.");

    /// <summary>The log of decisions cannot be written.</summary>
    public static ProblemKind LogUnwritable { get; } = new(
        "SLW-GTW-40010",
        "The log of decisions cannot be written",
        "The folder is not there, or the user of the gateway may not write to the file.",
        "Choose another file with --log, or give the user of the gateway the right to write.");

    /// <summary>A log cannot be learned from.</summary>
    public static ProblemKind LogUnreadable { get; } = new(
        "SLW-GTW-40011",
        "A log cannot be learned from",
        "The file is not there, or a line is not a decision of the gateway.",
        "Give the files that slipway gateway --log wrote.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        UpstreamsFailed, HostListNotLoaded, HostListKeyChanged, SelfTestFailed, ConfigurationUnreadable, SettingUnknown, SettingInvalid, SettingRepeated, RuleInvalid,
        PasswordsUnusable, CertificateUnusable, CannotListen, NegotiateUnavailable, LogUnwritable, LogUnreadable,
    ];
}
