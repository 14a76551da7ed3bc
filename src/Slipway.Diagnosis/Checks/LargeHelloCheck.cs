using Slipway.Diagnosis.Tls;

namespace Slipway.Diagnosis.Checks;

/// <summary>C09: does a ClientHello pass that is larger than one packet, as newer versions of TLS send it?</summary>
internal sealed class LargeHelloCheck : ICheck
{
    // Fits into one packet even in a tunnel with a small MTU.
    private const int FirstSegment = 1200;

    public string Id => "C09";

    public string Title => "Large first message";

    public IReadOnlyList<string> Needs => ["C05", "C06", "C08"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
        [ToolLines.OpenSsl(examination, $"-servername {examination.Host} -groups X25519MLKEM768 -brief"),
            ToolLines.Curl(examination, "-v -o /dev/null --curves X25519MLKEM768")];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        if (!examination.IsTls || examination.Proxy is { SpeaksHttp: false })
            return CheckFinding.Skip(examination.IsTls ? "The connection uses a SOCKS proxy." : "The address begins with http: there is no TLS.");
        var name = System.Net.IPAddress.TryParse(examination.Host, out _) ? null : examination.Host;
        var small = examination.SmallHello ?? await HelloProbe.SendAsync(examination, [ClientHelloWriter.Write(name)], cancellation);
        if (!small.Reached)
            return CheckFinding.Skip("The small one is not answered either.");
        var hello = ClientHelloWriter.Write(name, ClientHelloWriter.LargeLength);
        var probes = await Task.WhenAll(
            HelloProbe.SendAsync(examination, [hello], cancellation),
            HelloProbe.SendAsync(examination, [hello.AsMemory(..FirstSegment), hello.AsMemory(FirstSegment..)], cancellation),
            HelloProbe.SendAsync(examination, [ClientHelloWriter.Split(hello, FirstSegment)], cancellation));
        var (whole, segments, records) = (probes[0], probes[1], probes[2]);
        return Judge(examination, small, whole, segments)
            .With("small", small.ToString())
            .With($"{ClientHelloWriter.LargeLength} bytes", whole.ToString())
            .With("in two segments", segments.ToString())
            .With("in two records", records.ToString());
    }

    private static CheckFinding Judge(Examination examination, HelloProbe small, HelloProbe whole, HelloProbe segments)
    {
        if (whole.Reached && segments.Reached)
            return CheckFinding.Ok($"A first message of {ClientHelloWriter.LargeLength} bytes passes, whole and in parts.");
        return CheckFinding.Fail("large-hello-dropped",
                $"A first message of TLS of {ClientHelloWriter.LargeLength} bytes, as browsers send it with the name in its second packet, does not pass{(whole.Reached ? " in two segments" : "")}; a small one does.",
                "A firewall does not reassemble the parts: update it, or exempt this connection from inspection. Until then, keep OpenSSL below 3.5 on this machine, or turn the group X25519MLKEM768 off; browsers fail from time to time, because they shuffle the extensions of the message.")
            .Ask(NetworkTeamRequest.Write(examination,
                $"please let first messages of TLS (ClientHello) pass to {examination.Place} that need more than one packet, as post-quantum key exchange makes them",
                $"small: {small}; {ClientHelloWriter.LargeLength} bytes: {whole}; in two segments: {segments}")).GoOn();
    }
}
