using System.Globalization;
using Slipway.Connect.Failures;

namespace Slipway.Diagnosis.Checks;

/// <summary>C14: how long does a request take?</summary>
internal sealed class LatencyCheck : ICheck
{
    private const string Path = "/health/live";
    private const int Requests = 20;
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(2);

    public string Id => "C14";

    public string Title => "Latency";

    public IReadOnlyList<string> Needs => ["C10"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
        [ToolLines.Curl(examination,
            "-sS -o /dev/null -w 'name %{time_namelookup} tcp %{time_connect} tls %{time_appconnect} first byte %{time_starttransfer}\\n'", Path)];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        var times = new List<double>();
        var lost = 0;
        for (var i = 0; i < Requests; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Path);
                using var answer = await examination.Http.SendAsync(request, cancellation);
                await examination.Http.TextAsync(answer, cancellation);
                times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            }
            catch (Exception e) when (RequestFailures.IsOne(e))
            {
                lost++;
            }
        }

        times.Sort();
        return Judge(examination, times, lost);
    }

    private static CheckFinding Judge(Examination examination, List<double> times, int lost)
    {
        if (times.Count == 0)
        {
            return CheckFinding.Fail("requests-lost", $"None of {Requests} requests was answered.",
                "See whether the service or the way to it is overloaded.").GoOn();
        }
        var (half, most) = (times[times.Count / 2], times[^1]);
        MeasuredFact[] facts =
        [
            new("median", Milliseconds(half)),
            new("p99", Milliseconds(times[(int)Math.Ceiling(times.Count * 0.99) - 1])),
            new("slowest", Milliseconds(most)),
            .. examination.Dials.Where(d => d.State == Connections.DialOutcome.Open).Take(1)
            .Select(d => new MeasuredFact("TCP", Milliseconds(d.Elapsed.TotalMilliseconds))),
            .. examination.Tls is { } tls ? [new MeasuredFact("TLS", Milliseconds(tls.Elapsed.TotalMilliseconds))] : Array.Empty<MeasuredFact>(),
            new("lost", $"{lost} of {Requests}"),
        ];
        if (lost > 0)
        {
            return CheckFinding.Fail("requests-lost", $"{lost} of {Requests} requests were not answered.", "Connections are lost on the way: ask the network team.")
                .Ask(NetworkTeamRequest.Write(examination, $"please check why connections to {examination.Host} are lost",
                    $"{lost} of {Requests} requests were not answered")).With(facts).GoOn();
        }

        return (half > TooLong.TotalMilliseconds
            ? CheckFinding.Fail("latency-high", $"A request takes {Milliseconds(half)} (median).",
                    "The way is very slow: ask the network team for a nearer way out, or for an exception from scanning.")
                .Ask(NetworkTeamRequest.Write(examination, $"please check why requests to {examination.Host} take so long",
                    $"the median of {Requests} requests is {Milliseconds(half)}")).GoOn()
            : CheckFinding.Ok($"A request takes {Milliseconds(half)} (median), {Milliseconds(most)} at most.")).With(facts);
    }

    private static string Milliseconds(double time) => string.Create(CultureInfo.InvariantCulture, $"{time:0.0} ms");
}
