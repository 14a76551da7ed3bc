using System.Net;
using Slipway.Diagnosis.Connections;
using Slipway.Diagnosis.Names;
using Slipway.Diagnosis.Proxies;
using Slipway.Diagnosis.Service;
using Slipway.Diagnosis.Tls;

namespace Slipway.Diagnosis;

/// <summary>The facts that the checks have found so far, for the checks after them.</summary>
/// <param name="options">The options.</param>
internal sealed class Examination(DoctorOptions options) : IDisposable
{
    private ServiceHttp? _http;

    public DoctorOptions Options => options;

    public DoctorTimes Times => options.Times;

    /// <summary>Whether TLS is inspected on the path.</summary>
    public bool IsInspected { get; set; }

    /// <summary>The token; null when there is none, the service refuses it, or an inspection on the path could read it.</summary>
    public string? Token => IsInspected || Service.TokenAccepted == false ? null : options.Token;

    /// <summary>Removes secrets from everything that is reported.</summary>
    public ReportRedactor Redactor { get; } = ReportRedactor.Of(options);

    public string Host => options.Service.IdnHost.Trim('[', ']');

    public int Port => options.Service.Port;

    public bool IsTls => options.Service.Scheme == Uri.UriSchemeHttps;

    /// <summary>Whether the host is an address or this machine, so that no name has to be resolved.</summary>
    public bool HasNoName => IPAddress.TryParse(Host, out _) || !Host.Contains('.', StringComparison.Ordinal);

    /// <summary>The proxy in use; null when there is none.</summary>
    public EffectiveProxy? Proxy { get; set; }

    /// <summary>The addresses of the service as this machine resolves them.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; set; } = [];

    /// <summary>Whether the name resolves only below a domain of this machine's search list.</summary>
    public bool IsSearched { get; set; }

    /// <summary>The addresses of the proxy.</summary>
    public IReadOnlyList<IPAddress> ProxyAddresses { get; set; } = [];

    /// <summary>The answer of each name server.</summary>
    public IReadOnlyList<NameAnswer> NameAnswers { get; set; } = [];

    /// <summary>The attempts to connect to the service directly.</summary>
    public IReadOnlyList<DialAttempt> Dials { get; set; } = [];

    /// <summary>The addresses of the service that are missing in the given list; null when there is no list.</summary>
    public IReadOnlyList<IPAddress>? Unlisted { get; set; }

    /// <summary>The address of the service or of the proxy that answers and that all further connections use.</summary>
    public IPAddress? Answering { get; set; }

    /// <summary>The address of this machine on the path to the service.</summary>
    public IPAddress? Local { get; set; }

    /// <summary>Whether the proxy requires authentication.</summary>
    public bool ProxyWantsLogin { get; set; }

    /// <summary>Whether a hello with another name is answered, too; null when unknown.</summary>
    public bool? OtherNamesPass { get; set; }

    /// <summary>The answer to a small hello with the right name; null when none was sent.</summary>
    public HelloProbe? SmallHello { get; set; }

    /// <summary>The TLS connection; null when there is none.</summary>
    public TlsFacts? Tls { get; set; }

    /// <summary>The facts about the service itself.</summary>
    public ServiceFacts Service { get; } = new();

    /// <summary>
    /// The accepted keys of the certificate; empty when unknown. The keys that the service publishes are for its own names and not for a relay.
    /// </summary>
    public IReadOnlyList<string> Pins => options.CertificatePins.Count > 0 ? options.CertificatePins : Service.Names(Host) ? Service.Published!.Hosts.Certificates : [];

    /// <summary>Whether the conditions of the single build machine are met; null when unknown or not requested.</summary>
    public bool? SingleMachine { get; set; }

    /// <summary>How far this machine's clock is ahead of the service's; null when unknown.</summary>
    public TimeSpan? Skew { get; set; }

    /// <summary>Sends requests to the service on the path that builds use.</summary>
    public ServiceHttp Http => _http ??= new ServiceHttp(this);

    /// <summary>The destination of the connection, for messages.</summary>
    public string Place => $"{Host}:{Port}";

    public void Dispose() => _http?.Dispose();
}
