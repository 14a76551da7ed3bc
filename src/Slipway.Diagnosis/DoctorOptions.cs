using System.Net;
using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Gateways;

namespace Slipway.Diagnosis;

/// <summary>The options of an examination.</summary>
/// <param name="Service">The address of the service.</param>
public sealed record DoctorOptions(Uri Service)
{
    /// <summary>A proxy to use instead of the configured one; null for the configured one.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Authenticates requests; null when there is no token.</summary>
    public string? Token { get; init; }

    /// <summary>Returns a variable of the process.</summary>
    public Func<string, string?> Variable { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Returns all variables of the process.</summary>
    public Func<IEnumerable<(string Name, string Value)>> Variables { get; init; } = static () =>
        System.Environment.GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => ((string)entry.Key, (string?)entry.Value ?? ""));

    /// <summary>The list of addresses that the firewall's rules were made from, as a file or an https URL; null when there is none.</summary>
    public string? Ranges { get; init; }

    /// <summary>The name or key of the environment of this machine; null to leave out its checks.</summary>
    public string? Environment { get; init; }

    /// <summary>Proves that this machine is enrolled and delivers the report to the service; null when it is not enrolled.</summary>
    public RequestSigner? Signer { get; init; }

    /// <summary>Name servers whose answers are compared with those of this machine.</summary>
    public IReadOnlyList<IPAddress> Resolvers { get; init; } = [];

    /// <summary>The ids of the requested checks; empty for all.</summary>
    public IReadOnlyCollection<string> Only { get; init; } = [];

    /// <summary>Whether checks that take more than some seconds are left out.</summary>
    public bool Quick { get; init; }

    /// <summary>Whether checks that take minutes run, too.</summary>
    public bool Thorough { get; init; }

    /// <summary>The timeouts.</summary>
    public DoctorTimes Times { get; init; } = new();

    /// <summary>The clock of this machine.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Authorities that are trusted in addition to the system's.</summary>
    public X509Certificate2Collection TrustedRoots { get; init; } = [];

    /// <summary>The thumbprint of the service's key, <c>sha256:…</c>; null to trust the first key that is seen.</summary>
    public string? ServiceKey { get; init; }

    /// <summary>The accepted keys of the certificate, as <c>sha256/BASE64</c>; empty for those that the service publishes.</summary>
    public IReadOnlyList<string> CertificatePins { get; init; } = [];

    /// <summary>The name and version of the program, for User-Agent.</summary>
    public string Agent { get; init; } = "slipway";
}

/// <summary>The timeouts of the doctor.</summary>
public sealed record DoctorTimes
{
    /// <summary>For a name, a connection, and the answer of a proxy.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For an answer of the service.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For an upload or download without progress.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an idle connection must stay open: longer than the interval between the service's events in a stream.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the doctor follows a stream of events.</summary>
    public TimeSpan Stream { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>The interval between the service's events in the stream.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Returns a copy with other timeouts.</summary>
    public DoctorTimes Within(TimeSpan timeout) => this with { Connect = timeout, Answer = timeout, Stall = timeout };
}
