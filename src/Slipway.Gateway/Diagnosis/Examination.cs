using System.Net;
using Slipway.Gateway.Diagnosis.Connections;
using Slipway.Gateway.Diagnosis.Names;
using Slipway.Gateway.Diagnosis.Proxies;
using Slipway.Gateway.Diagnosis.Service;
using Slipway.Gateway.Diagnosis.Tls;

namespace Slipway.Gateway.Diagnosis;

/// <summary>What the checks have learnt so far, for those after them.</summary>
/// <param name="options">What is examined.</param>
internal sealed class Examination(DoctorOptions options) : IDisposable
{
    private ServiceHttp? _http;

    public DoctorOptions Options => options;

    public DoctorTimes Times => options.Times;

    /// <summary>Does somebody on the way read what is encrypted?</summary>
    public bool IsInspected { get; set; }

    /// <summary>The token; null when there is none, the service does not take it, or somebody would read it.</summary>
    public string? Token => IsInspected || Service.TokenAccepted == false ? null : options.Token;

    /// <summary>Takes secrets out of what is told.</summary>
    public Redactor Redactor { get; } = Redactor.Of(options);

    public string Host => options.Server.IdnHost.Trim('[', ']');

    public int Port => options.Server.Port;

    public bool IsTls => options.Server.Scheme == Uri.UriSchemeHttps;

    /// <summary>Is the host an address, or this machine, so that there is no name to ask for?</summary>
    public bool HasNoName => IPAddress.TryParse(Host, out _) || !Host.Contains('.', StringComparison.Ordinal);

    /// <summary>The proxy on the way; null when there is none.</summary>
    public EffectiveProxy? Proxy { get; set; }

    /// <summary>Addresses of the service, as this machine resolves them.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; set; } = [];

    /// <summary>Is the name known only below a domain that this machine searches?</summary>
    public bool IsSearched { get; set; }

    /// <summary>Addresses of the proxy.</summary>
    public IReadOnlyList<IPAddress> ProxyAddresses { get; set; } = [];

    /// <summary>What the name servers say, each on its own.</summary>
    public IReadOnlyList<NameAnswer> NameAnswers { get; set; } = [];

    /// <summary>Attempts to connect to the service directly.</summary>
    public IReadOnlyList<Dial> Dials { get; set; } = [];

    /// <summary>Addresses of the service that are not in the list that was given; null when there is no list.</summary>
    public IReadOnlyList<IPAddress>? Unlisted { get; set; }

    /// <summary>The address of the service or of the proxy that answers, which all further connections go to.</summary>
    public IPAddress? Answering { get; set; }

    /// <summary>The address of this machine that is used on the way.</summary>
    public IPAddress? Local { get; set; }

    /// <summary>Does the proxy want the user's name?</summary>
    public bool ProxyWantsLogin { get; set; }

    /// <summary>Is a hello with another name answered, too? Null when that is not known.</summary>
    public bool? OtherNamesPass { get; set; }

    /// <summary>What came back for a small hello with the right name; null when none was sent.</summary>
    public HelloProbe? SmallHello { get; set; }

    /// <summary>The encrypted connection; null when there is none.</summary>
    public TlsFacts? Tls { get; set; }

    /// <summary>What was learnt about the service itself.</summary>
    public ServiceFacts Service { get; } = new();

    /// <summary>Keys that the certificate may have; empty when nobody said. Those that the service publishes are for its own names, and not for a relay.</summary>
    public IReadOnlyList<string> Pins => options.ServerKeys.Count > 0 ? options.ServerKeys : Service.Names(Host) ? Service.Published!.Hosts.Certificates : [];

    /// <summary>What became of the conditions of the single build machine; null when nobody asked.</summary>
    public bool? SingleMachine { get; set; }

    /// <summary>How far this machine's clock is ahead of the service's; null when that is not known.</summary>
    public TimeSpan? Skew { get; set; }

    /// <summary>Requests to the service, the way that builds take.</summary>
    public ServiceHttp Http => _http ??= new ServiceHttp(this);

    /// <summary>Where the way goes, for people.</summary>
    public string Place => $"{Host}:{Port}";

    public void Dispose() => _http?.Dispose();
}
