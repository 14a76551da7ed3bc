using System.Globalization;
using System.Net.Security;
using Slipway.Connect.Failures;
using Slipway.Diagnosis.Tls;
using Slipway.Protocol.Client;

namespace Slipway.Diagnosis.Checks;

/// <summary>C15: does an idle connection stay open?</summary>
internal sealed class IdleCheck : ICheck
{
    private const string Path = "/health/live";

    public string Id => "C15";

    public string Title => "Idle connections";

    public IReadOnlyList<string> Needs => ["C10"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
        [new("sh",
            $"(printf 'GET {Path} HTTP/1.1\\r\\nHost: {examination.Host}\\r\\n\\r\\n'; sleep {(int)examination.Times.Idle.TotalSeconds}; printf 'GET {Path} HTTP/1.1\\r\\nHost: {examination.Host}\\r\\nConnection: close\\r\\n\\r\\n'; sleep 2) | openssl s_client -connect {examination.Place} -servername {examination.Host} -quiet")];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        if (examination.Options.Quick)
            return CheckFinding.Skip("This check takes a while: run it without --quick.");
        var connections = 0;
        using var handler = new SocketsHttpHandler
        {
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseProxy = examination.Proxy is not null,
            Proxy = examination.Proxy?.ToWebProxy(),
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = TlsHandshake.PolicyOf(examination.Options) },
            ConnectCallback = (context, stop) =>
            {
                Interlocked.Increment(ref connections);
                return AddressRace.ConnectAsync(context, stop);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = examination.Options.Service, Timeout = examination.Times.Answer };
        try
        {
            (await client.GetAsync(Path, cancellation)).Dispose();
            var before = Volatile.Read(ref connections);
            await Task.Delay(examination.Times.Idle, cancellation);
            (await client.GetAsync(Path, cancellation)).Dispose();
            return Volatile.Read(ref connections) == before
                ? CheckFinding.Ok($"An idle connection stays open for {Idle(examination)}.")
                : Cut(examination, "it was closed");
        }
        catch (Exception e) when (RequestFailures.IsOne(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Cut(examination, "no data passes any more");
        }
    }

    private static CheckFinding Cut(Examination examination, string words) =>
        CheckFinding.Fail("idle-cut", $"An idle connection does not stay open for {Idle(examination)}: {words}.",
                "Ask the network team to keep connections without traffic longer: the service sends a sign of life every 15 seconds while a build is followed.")
            .Ask(NetworkTeamRequest.Write(examination, $"please keep idle connections to {examination.Host} for at least 60 seconds",
                    $"a connection without traffic for {Idle(examination)}: {words}"))
            .With("silence", Idle(examination)).GoOn();

    private static string Idle(Examination examination) => string.Create(CultureInfo.InvariantCulture, $"{examination.Times.Idle.TotalSeconds:0.#} s");
}
