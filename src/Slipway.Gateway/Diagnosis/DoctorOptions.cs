using System.Net;
using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Gateways;

namespace Slipway.Gateway.Diagnosis;

/// <summary>What is examined, and how.</summary>
/// <param name="Server">Address of the service.</param>
public sealed record DoctorOptions(Uri Server)
{
    /// <summary>A proxy that is used instead of the configured one; null for that one.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Proves who calls; null when there is no token.</summary>
    public string? Token { get; init; }

    /// <summary>A variable of the process.</summary>
    public Func<string, string?> Variable { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>All variables of the process.</summary>
    public Func<IEnumerable<(string Name, string Value)>> Variables { get; init; } = static () =>
        System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(entry => ((string)entry.Key, (string?)entry.Value ?? ""));

    /// <summary>The list of addresses that a firewall was made from, a file or an https address; null when there is none.</summary>
    public string? Ranges { get; init; }

    /// <summary>Name or key of the environment that this machine belongs to; null when that is not asked.</summary>
    public string? Environment { get; init; }

    /// <summary>Proves that this machine is a server of an environment, and takes the report to the service; null when it was not enrolled.</summary>
    public RequestSigner? Signer { get; init; }

    /// <summary>Name servers whose answers are compared with those of this machine.</summary>
    public IReadOnlyList<IPAddress> Resolvers { get; init; } = [];

    /// <summary>Ids of the only checks that are wanted; empty for all.</summary>
    public IReadOnlyCollection<string> Only { get; init; } = [];

    /// <summary>Leave out what takes more than some seconds.</summary>
    public bool Quick { get; init; }

    /// <summary>Also measure what takes minutes.</summary>
    public bool Thorough { get; init; }

    /// <summary>How long is waited.</summary>
    public DoctorTimes Times { get; init; } = new();

    /// <summary>The clock of this machine.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Authorities that are trusted besides the system's.</summary>
    public X509Certificate2Collection TrustedRoots { get; init; } = [];

    /// <summary>Thumbprint of the service's key, <c>sha256:…</c>; null when it is believed at first sight.</summary>
    public string? ServiceKey { get; init; }

    /// <summary>Keys that the certificate may have, as <c>sha256/BASE64</c>; empty for those that the service publishes.</summary>
    public IReadOnlyList<string> ServerKeys { get; init; } = [];

    /// <summary>Name and version of the program, as it calls.</summary>
    public string Agent { get; init; } = "slipway";
}
