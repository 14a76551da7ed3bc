using System.Net;
using System.Net.Sockets;
using Slipway.Diagnosis.Connections;

namespace Slipway.Diagnosis.Checks;

/// <summary>C04: does IPv6 work? Broken IPv6 makes every connection wait before IPv4 is tried.</summary>
internal sealed class Ipv6Check : ICheck
{
    public string Id => "C04";

    public string Title => "IPv6";

    public IReadOnlyList<string> Needs => ["C02"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
        [ToolLines.Curl(examination, "-6 -v -o /dev/null --connect-timeout 5"),
            ToolLines.PowerShell($"Test-NetConnection {examination.Host} -Port {examination.Port} -InformationLevel Detailed")];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        var (addresses, port) = examination.Proxy is { } proxy ? (examination.ProxyAddresses, proxy.Address.Port) : (examination.Addresses, examination.Port);
        var targets = addresses.Where(a => a.AddressFamily == AddressFamily.InterNetworkV6).ToList();
        if (targets.Count == 0)
            return CheckFinding.Ok("No IPv6 address is published, so none is tried.");
        var dials = await Task.WhenAll(targets.Select(a => DialAttempt.TryAsync(new IPEndPoint(a, port), examination.Times.Connect, cancellation)));
        var facts = dials.Select(d => new MeasuredFact(d.Target.ToString(), d.ToString())).ToList();
        var silent = dials.Where(d => d.State == DialOutcome.Silent).ToList();
        if (silent.Count == 0)
            return CheckFinding.Ok(dials.All(d => d.State == DialOutcome.Open) ? "IPv6 works." : "IPv6 fails at once, so IPv4 is used without delay.").With(facts);

        // When IPv4 does not work either, the port is blocked and IPv6 is not the cause.
        if (addresses.All(a => a.AddressFamily == AddressFamily.InterNetworkV6))
            return CheckFinding.Skip("IPv6 is the only way; C05 checks the port.").With(facts);
        return CheckFinding.Fail("ipv6-broken", $"{silent.Count} of {dials.Length} IPv6 addresses do not answer: connections wait for them before IPv4 is tried.",
                "Let the firewall refuse IPv6 instead of dropping it, or allow it, or turn IPv6 off on this machine.")
            .Ask(NetworkTeamRequest.Write(examination,
                $"please allow IPv6 to TCP port {port} of {string.Join(", ", silent.Select(d => d.Target.Address))}, or reject it instead of dropping it",
                string.Join("; ", facts.Select(f => $"{f.Name}: {f.Value}"))))
            .With(facts).GoOn();
    }
}
