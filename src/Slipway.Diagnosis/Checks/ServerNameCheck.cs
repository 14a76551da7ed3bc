using Slipway.Diagnosis.Tls;

namespace Slipway.Diagnosis.Checks;

/// <summary>C08: are connections cut because of the name in the TLS ClientHello?</summary>
internal sealed class ServerNameCheck : ICheck
{
    private const string Other = "www.example.com";

    public string Id => "C08";

    public string Title => "Server name";

    public IReadOnlyList<string> Needs => ["C05", "C06"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
        [ToolLines.OpenSsl(examination, $"-servername {examination.Host} -brief"), ToolLines.OpenSsl(examination, "-noservername -brief"),
            ToolLines.OpenSsl(examination, $"-servername {Other} -brief")];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        if (!examination.IsTls)
            return CheckFinding.Skip("The address begins with http: there is no TLS.");
        if (examination.Proxy is { SpeaksHttp: false })
            return CheckFinding.Skip("The connection uses a SOCKS proxy.");
        if (System.Net.IPAddress.TryParse(examination.Host, out _))
            return CheckFinding.Skip("The service is called by its address, so no name is sent.");
        var probes = await Task.WhenAll(new[] { examination.Host, null, Other }
            .Select(name => HelloProbe.SendAsync(examination, [ClientHelloWriter.Write(name)], cancellation)));
        var (right, none, other) = (probes[0], probes[1], probes[2]);
        examination.OtherNamesPass = right.Reached ? other.Reached : null;
        examination.SmallHello = right;
        return Judge(examination, right, none, other)
            .With($"with {examination.Host}", right.ToString())
            .With("without a name", none.ToString())
            .With($"with {Other}", other.ToString());
    }

    private static CheckFinding Judge(Examination examination, HelloProbe right, HelloProbe none, HelloProbe other)
    {
        if (right.Reached)
            return CheckFinding.Ok(other.Reached ? "The name passes; so do others." : "The name passes; others do not.");
        if (right.Cut && (none.Reached || other.Reached))
        {
            return CheckFinding.Fail("sni-filtered",
                    $"Connections are cut when they name {examination.Host}; {(none.Reached ? "without a name" : "with another name")} they are not.",
                    "A firewall filters by the name in the first message of TLS: ask the network team to allow the name.")
                .Ask(NetworkTeamRequest.Write(examination, $"please allow the server name (SNI) {examination.Host} on TCP port {examination.Port}",
                    $"with this name: {right}; without a name: {none}; with {Other}: {other}"));
        }

        return CheckFinding.Unknown("tls-unanswered", "No first message of TLS is answered, whatever the name.", "See the result of C07.");
    }
}
