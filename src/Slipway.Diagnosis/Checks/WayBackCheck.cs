using System.Net;
using Slipway.Connect.Failures;
using Slipway.Diagnosis.Service;

namespace Slipway.Diagnosis.Checks;

/// <summary>C17: which address does the service see, and must it be able to connect back?</summary>
internal sealed class WayBackCheck : ICheck
{
    private const int Connections = 3;

    public string Id => "C17";

    public string Title => "Way back";

    public IReadOnlyList<string> Needs => ["C10"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) => [ToolLines.Curl(examination, "-sS", Protocol.Diagnostics.EchoAnswer.Path + "?nonce=1")];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Connections; i++)
        {
            // A new connection each time, because a pool of addresses may use another one for each.
            using var http = new ServiceHttp(examination);
            try
            {
                if ((await EchoProbe.SendAsync(examination, http, HttpMethod.Get, cancellation)).Answer?.Address is { } address)
                    seen.Add(IPAddress.TryParse(address, out var parsed) && parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4().ToString() : address);
            }
            catch (Exception e) when (RequestFailures.IsOne(e))
            {
                return CheckFinding.Fail("connections-fail", $"A further connection fails: {RequestFailures.Describe(e)}.",
                        "Some connections succeed and others fail: ask the network team about connection limits.")
                    .Ask(NetworkTeamRequest.Write(examination, $"please check whether connections to {examination.Host} are limited",
                        $"connection {i + 1} of {Connections} failed: {RequestFailures.Describe(e)}")).GoOn();
            }
        }

        return seen.Count == 0
            ? CheckFinding.Unknown("address-unknown", "The service does not say which address it sees.", "Try again in a minute.")
            : CheckFinding.Ok($"The service sees {string.Join(" and ", seen)}. It never connects to this machine: no way back is needed.")
                .With("seen", string.Join(' ', seen))
                .With("here", examination.Local?.ToString());
    }
}
