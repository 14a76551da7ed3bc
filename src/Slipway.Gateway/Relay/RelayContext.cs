using Slipway.Protocol.Gateways;

namespace Slipway.Gateway.Relay;

/// <summary>The parts that all requests of a relay share.</summary>
internal sealed class RelayContext : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    public RelayContext(RelaySettings settings, RelayLog log, TimeProvider time)
    {
        Settings = settings;
        Log = log;
        Time = time;
        Certificates = new CertificateReloader(settings);
        Witness = new ServiceCertificateValidator(settings);
        Service = RelayConnections.Open(settings, Witness);
        Rules = new RequestRules(settings, Certificates, Via);
        Persons = new PersonSource(settings);
        Signer = settings.Identity is { } identity ? new RequestSigner(identity, time) : null;
    }

    public RelaySettings Settings { get; }

    public CertificateReloader Certificates { get; }

    public RelayLog Log { get; }

    public TimeProvider Time { get; }

    /// <summary>The relay's name in the header Via, by which it recognises its own requests.</summary>
    public string Via { get; } = $"slipway-relay-{Guid.NewGuid():N}";

    public RelayMetrics Metrics { get; } = new();

    public ServiceCertificateValidator Witness { get; }

    public HttpMessageInvoker Service { get; }

    public RequestRules Rules { get; }

    public PersonSource Persons { get; }

    /// <summary>Proves that requests come through this machine; null when the machine is not enrolled.</summary>
    public RequestSigner? Signer { get; }

    /// <summary>Fires when the relay is being stopped.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Whether the relay is being stopped.</summary>
    public void Stop() => _stopping.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        Service.Dispose();
        Signer?.Dispose();
        _stopping.Dispose();
    }
}
