using System.Collections.Frozen;
using Slipway.Protocol.Problems;

namespace Slipway.Diagnosis;

/// <summary>The catalogue entries for the causes that checks name.</summary>
internal static class CauseProblems
{
    private const string Partly = "-partly";

    private static readonly FrozenDictionary<string, ProblemKind> Known = new (ProblemKind Kind, string[] Names)[]
    {
        (DoctorProblems.NameWrong, ["name-not-resolved", "name-sinkhole"]),
        (DoctorProblems.NamesDiffer, ["name-split"]),
        (DoctorProblems.PortSilent, ["port-silent"]),
        (DoctorProblems.PortRefused, ["port-refused", "port-prohibited", "no-route"]),
        (DoctorProblems.ProxyDown, ["proxy-down", "proxy-refused", "proxy-name", "proxy-silent", "proxy-not-http", "proxy-tls"]),
        (DoctorProblems.ProxyLogin, ["proxy-407"]),
        (DoctorProblems.ProxyForbids, ["proxy-403", "proxy-refuses"]),
        (DoctorProblems.ProxyCutOff, ["proxy-502", "proxy-503", "proxy-504"]),
        (DoctorProblems.TlsCut, ["tls-failed", "http-failed"]),
        (DoctorProblems.ServerNameFiltered, ["sni-filtered"]),
        (DoctorProblems.LargeHelloDropped, ["large-hello-dropped"]),
        (DoctorProblems.WrongServer, ["wrong-server"]),
        (DoctorProblems.RequestsChanged, ["method-blocked", "header-lost"]),
        (DoctorProblems.StreamHeld, ["stream-buffered"]),
        (DoctorProblems.StreamCut, ["stream-cut"]),
        (DoctorProblems.IdleCut, ["idle-cut"]),
        (DoctorProblems.UploadHeld, ["upload-stalled", "upload-failed", "upload-limited"]),
        (DoctorProblems.DownloadHeld, ["download-failed"]),
        (DoctorProblems.Ipv6Broken, ["ipv6-broken"]),
        (DoctorProblems.Slow, ["latency-high", "requests-lost", "connections-fail"]),
        (DoctorProblems.NotReady, ["service-not-ready"]),
        (DoctorProblems.Inspected, ["tls-interception"]),
        (DoctorProblems.CertificateWrong, ["tls-untrusted", "tls-name", "tls-expired", "tls-key-changed"]),
        (DoctorProblems.ProxySetting, ["proxy-malformed", "no-proxy-ignored"]),
        (DoctorProblems.ClockWrong, ["clock-skew", "tls-clock"]),
        (DoctorProblems.ListStale, ["ranges-stale"]),
        (DoctorProblems.TokenRefused, ["token-refused"]),
        (DoctorProblems.NotSingle, ["controller-no-front-end", "internal-address-elsewhere", "launches-elsewhere"]),
        (DoctorProblems.NotTheController, ["not-the-controller", "server-not-enrolled"]),
        (DoctorProblems.EnvironmentUnknown, ["environment-not-found"]),
    }.SelectMany(entry => entry.Names.Select(name => KeyValuePair.Create(name, entry.Kind))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns the entry for a cause. A cause that is not in the list is one that was tried and could not be measured.</summary>
    public static ProblemKind KindOf(string cause) =>
        Known.GetValueOrDefault(cause.EndsWith(Partly, StringComparison.Ordinal) ? cause[..^Partly.Length] : cause, DoctorProblems.NotMeasured);
}
