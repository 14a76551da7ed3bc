using System.Globalization;
using System.Net;
using Slipway.Connect.Failures;
using Slipway.Protocol.Diagnostics;

namespace Slipway.Diagnosis.Checks;

/// <summary>C12: do events arrive when they are sent, and does their stream stay open?</summary>
internal sealed class StreamCheck : ICheck
{
    private const string Last = "event: last";

    public string Id => "C12";

    public string Title => "Live events";

    public IReadOnlyList<string> Needs => ["C10"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
        [ToolLines.Curl(examination, "-sS -N", $"{DiagnosticTransferLimits.StreamPath}?seconds=10&interval=2")];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        var most = examination.Service.TokenAccepted == true ? DiagnosticTransferLimits.MostSeconds : DiagnosticTransferLimits.OpenSeconds;
        var seconds = Math.Clamp((int)Math.Round(examination.Times.Stream.TotalSeconds), 1, most);
        var interval = Math.Clamp((int)Math.Round(examination.Times.Interval.TotalSeconds), 1, seconds);
        var began = TimeProvider.System.GetTimestamp();
        var arrivals = new List<(string Line, TimeSpan At)>();
        string? trouble = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds) + examination.Times.Answer);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get,
                string.Create(CultureInfo.InvariantCulture, $"{DiagnosticTransferLimits.StreamPath}?seconds={seconds}&interval={interval}"));
            request.Headers.Accept.ParseAdd("text/event-stream");
            using var answer = await examination.Http.SendAsync(request, limit.Token, withToken: true, patience: Timeout.InfiniteTimeSpan);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                return CheckFinding.Unknown("rate-limited", "The service limits the number of tests (429).", "Try again in a minute.");
            if (!answer.IsSuccessStatusCode)
                return Broken(examination, RequestFailures.Describe(answer.StatusCode));
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
            while (await reader.ReadLineAsync(limit.Token) is { } line)
                arrivals.Add((line, TimeProvider.System.GetElapsedTime(began)));
        }
        catch (Exception e) when (RequestFailures.IsOne(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            trouble = e is OperationCanceledException ? "no more data arrived" : RequestFailures.Describe(e);
        }

        return Judge(examination, arrivals.Where(a => a.Line.Length > 0).ToList(), seconds, trouble, TimeProvider.System.GetElapsedTime(began));
    }

    private static CheckFinding Judge(Examination examination, List<(string Line, TimeSpan At)> arrivals, int seconds, string? trouble, TimeSpan whole)
    {
        if (arrivals.Count == 0)
            return Broken(examination, trouble ?? "it is empty");
        var (first, last) = (arrivals[0].At, arrivals[^1].At);
        MeasuredFact[] facts = [new("first event after", Seconds(first)), new("last after", Seconds(last)), new("length of the stream", $"{seconds} s"),
            new("lines", arrivals.Count.ToString(CultureInfo.InvariantCulture))];
        if (!arrivals.Exists(a => a.Line == Last))
            return Broken(examination, $"{trouble ?? "it ended"} after {Seconds(whole)} of {seconds} s").With(facts);
        if ((last - first).TotalSeconds < seconds / 2.0)
        {
            return CheckFinding.Fail("stream-buffered",
                    $"Events are held back on the way: the first came after {Seconds(first)}, with the last, instead of at once.",
                    "A proxy waits for the whole answer: ask the network team not to buffer or scan text/event-stream. Builds work nevertheless, but their progress shows at the end only.")
                .Ask(NetworkTeamRequest.Write(examination, $"please do not buffer or scan answers of the type text/event-stream from {examination.Host}",
                    $"the first event of a stream of {seconds} s came after {Seconds(first)}")).With(facts).GoOn();
        }

        return CheckFinding.Ok($"Events arrive at once, and their stream stays open for {seconds} s.").With(facts);
    }

    private static CheckFinding Broken(Examination examination, string words) =>
        CheckFinding.Fail("stream-cut", $"A stream of events breaks off: {words}.",
                "Something on the way ends long answers: ask the network team to let them last five minutes.")
            .Ask(NetworkTeamRequest.Write(examination,
                $"please let answers from {examination.Host} last at least five minutes; a sign of life comes every 15 seconds", words)).GoOn();

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
