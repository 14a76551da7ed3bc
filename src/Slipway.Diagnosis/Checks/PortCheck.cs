using System.Net;
using System.Net.Sockets;
using Slipway.Diagnosis.Connections;
using Slipway.Protocol.Problems;

namespace Slipway.Diagnosis.Checks;

/// <summary>C05: does each address of the service accept connections?</summary>
internal sealed class PortCheck : ICheck
{
    private const int MostAddresses = 16;

    public string Id => "C05";

    public string Title => "Port";

    public IReadOnlyList<string> Needs => ["C02"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
    [
        .. examination.Addresses.Take(2)
        .Select(address => ToolLines.Curl(examination,
            $"-v -o /dev/null --connect-timeout 5 --resolve {examination.Host}:{examination.Port}:{(address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address)}")),
        ToolLines.PowerShell($"Test-NetConnection {examination.Host} -Port {examination.Port}"),
    ];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        var dials = await Task.WhenAll(examination.Addresses.Take(MostAddresses)
            .Select(a => DialAttempt.TryAsync(new IPEndPoint(a, examination.Port), examination.Times.Connect, cancellation)));
        examination.Dials = dials;
        var facts = dials.Select(d => new MeasuredFact(d.Target.ToString(), d.ToString())).ToList();
        var open = dials.Where(d => d.State == DialOutcome.Open).ToList();
        if (examination.Proxy is not null)
        {
            return CheckFinding.Skip(dials.Length == 0
                ? "The connection uses a proxy; this machine cannot resolve the name."
                : open.Count > 0
                    ? "The connection uses a proxy. Directly, the service can be reached, too."
                    : "The connection uses a proxy. Directly, the service cannot be reached.").With(facts);
        }

        var used = (open.Count > 0 ? open : [.. dials]).MinBy(d => d.Target.AddressFamily == AddressFamily.InterNetworkV6)!;
        (examination.Local, examination.Answering) = (used.Local, open.Count > 0 ? used.Target.Address : null);
        // Broken IPv6 is reported by C04.
        var judged = dials.Any(d => d.Target.AddressFamily == AddressFamily.InterNetwork)
            ? dials.Where(d => d.Target.AddressFamily == AddressFamily.InterNetwork).ToList()
            : [.. dials];
        if (open.Count > 0 && judged.TrueForAll(d => d.State is DialOutcome.Open or DialOutcome.NoRoute))
        {
            return CheckFinding.Ok($"{(open.Count == 1 ? $"{open[0].Target} answers" : $"{open.Count} addresses answer")}.")
                .With("from", examination.Local?.ToString()).With(facts);
        }
        return Blocked(examination, judged, open.Count).With("from", examination.Local?.ToString()).With(facts);
    }

    private static CheckFinding Blocked(Examination examination, List<DialAttempt> judged, int open)
    {
        var closed = judged.Where(d => d.State != DialOutcome.Open).ToList();
        var evidence = string.Join("; ", judged.Select(d => $"{d.Target}: {d}"));
        var (cause, summary, remedy) = closed[0].State switch
        {
            DialOutcome.Refused =>
                ("port-refused", "is refused at once",
                    "If the service runs, a firewall rejects it: ask the network team to allow it. Otherwise start the service, or correct the port."),
            DialOutcome.Prohibited => ("port-prohibited", "is prohibited by a firewall or router", "Ask the network team to allow it."),
            DialOutcome.NoRoute => ("no-route", "has no route from this machine", "Connect this machine to the network or the VPN, or configure a proxy."),
            _ => ("port-silent", "gets no answer: a firewall drops it", "Ask the network team to allow it, or which proxy leads there."),
        };
        var finding = CheckFinding.Fail(
                open > 0 ? cause + "-partly" : cause,
                judged.Count == 1
                    ? $"TCP port {examination.Port} of {judged[0].Target.Address} {summary}."
                    : $"TCP port {examination.Port} of {(closed.Count == judged.Count ? $"all {closed.Count}" : $"{closed.Count} of {judged.Count}")} addresses {summary}.",
                open > 0 ? remedy + " Some addresses answer, so the rules cover only a part of them." : remedy)
            .Ask(NetworkTeamRequest.Allow(examination, evidence));
        finding = closed[0].State == DialOutcome.NoRoute || (AddressIsLoopback(judged) && closed[0].State == DialOutcome.Refused)
            ? finding with { Blame = Blame.User }
            : finding;
        // No network team is responsible for connections within this machine.
        finding = AddressIsLoopback(judged) ? finding with { Request = null } : finding;
        return open > 0 ? finding.GoOn() : finding;
    }

    private static bool AddressIsLoopback(List<DialAttempt> dials) => dials.TrueForAll(d => IPAddress.IsLoopback(d.Target.Address));
}
