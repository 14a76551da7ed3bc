using System.Net;
using Slipway.Connect.Certificates;
using Slipway.Protocol.Gateways;
using IPNetwork = System.Net.IPNetwork;

namespace Slipway.Gateway.Relay;

/// <summary>The settings of a relay.</summary>
/// <param name="Service">The address of the service.</param>
/// <param name="Certificate">PEM file with the relay's certificate and its intermediate certificates.</param>
/// <param name="Key">PEM file with its key.</param>
public sealed record RelaySettings(Uri Service, string Certificate, string Key)
{
    /// <summary>The addresses where it listens.</summary>
    public IReadOnlyList<IPEndPoint> Listen { get; init; } = [new(IPAddress.Any, 8443)];

    /// <summary>The proxy to the service; null to connect directly.</summary>
    public RelayProxy? Proxy { get; init; }

    /// <summary>Hashes of public keys, one of which must be in the service's certificate chain; empty to accept any trusted chain.</summary>
    public IReadOnlyList<KeyPin> ServiceKeys { get; init; } = [];

    /// <summary>PEM file with the authorities of people's certificates; null when clients need no certificate.</summary>
    public string? ClientAuthority { get; init; }

    /// <summary>Whether every client must have a certificate.</summary>
    public bool ClientCertificateRequired { get; init; }

    /// <summary>The header in which a trusted source names the person; null for none.</summary>
    public string? PersonHeader { get; init; }

    /// <summary>The networks of trusted sources, whose header is believed.</summary>
    public IReadOnlyList<IPNetwork> PersonSources { get; init; } = [];

    /// <summary>The machine that requests are proven to come through; null when this one is not enrolled.</summary>
    public MachineIdentity? Identity { get; init; }

    /// <summary>Whether the paths for workers are passed, too.</summary>
    public bool Workers { get; init; }

    /// <summary>Concurrent connections; null for as many as open files allow, up to 10,000.</summary>
    public int? MostConnections { get; init; }

    /// <summary>Concurrent connections of one network address; null for a quarter of all. <see cref="PersonSources"/> have no such limit.</summary>
    public int? MostPerAddress { get; init; }

    /// <summary>The timeout for a connection to the service or the proxy.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The timeout for the answer to a request that the service has received completely.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The idle timeout of a request in both directions. On a stream, the service sends an event or a comment every 15 seconds.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often the certificate files are checked for changes.</summary>
    public TimeSpan ReloadTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The address of health and metrics; null when they are not served.</summary>
    public IPEndPoint? Administration { get; init; }
}
