using System.Net;
using Slipway.Protocol.Gateways;
using IPNetwork = System.Net.IPNetwork;

namespace Slipway.Gateway.Relay;

/// <summary>How a relay runs.</summary>
/// <param name="Builder">Address of the builder.</param>
/// <param name="Certificate">PEM file with the relay's certificate and those of its issuers.</param>
/// <param name="Key">PEM file with its key.</param>
public sealed record RelaySettings(Uri Builder, string Certificate, string Key)
{
    /// <summary>Where it listens.</summary>
    public IReadOnlyList<IPEndPoint> Listen { get; init; } = [new(IPAddress.Any, 8443)];

    /// <summary>The way to the builder; null for straight.</summary>
    public ProxyAddress? Proxy { get; init; }

    /// <summary>Hashes of public keys, one of which the builder's certificate or one of its issuers must have; none for any that is trusted.</summary>
    public IReadOnlyList<KeyPin> BuilderKeys { get; init; } = [];

    /// <summary>PEM file with those who issue people's certificates; null when none are asked for.</summary>
    public string? ClientAuthority { get; init; }

    /// <summary>Must everybody have a certificate?</summary>
    public bool ClientCertificateRequired { get; init; }

    /// <summary>The header in which a source that is trusted says who asks; null for none.</summary>
    public string? PersonHeader { get; init; }

    /// <summary>Sources whose header is believed.</summary>
    public IReadOnlyList<IPNetwork> PersonSources { get; init; } = [];

    /// <summary>The server that requests are proven to come through; null where this machine is none.</summary>
    public ServerIdentity? Identity { get; init; }

    /// <summary>Are the addresses for workers passed, too?</summary>
    public bool Workers { get; init; }

    /// <summary>Connections at once; null for as many as open files allow, up to 10,000.</summary>
    public int? MostConnections { get; init; }

    /// <summary>Connections of one network address; null for a quarter of all. <see cref="PersonSources"/> have no such limit.</summary>
    public int? MostPerAddress { get; init; }

    /// <summary>How long a connection to the builder or the proxy may take.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the builder may think about a request that it has got whole.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long nothing may move in either direction of a request. The builder sends events every 15 seconds, if only a comment.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often files of certificates are looked at for changes.</summary>
    public TimeSpan ReloadTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Where health and metrics are told; null for nowhere.</summary>
    public IPEndPoint? Administration { get; init; }
}
