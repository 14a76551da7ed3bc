using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Slipway.Connect.Failures;
using Slipway.Diagnosis.Service;
using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Network;

namespace Slipway.Diagnosis.Checks;

/// <summary>C11: do large uploads and downloads arrive complete and unchanged?</summary>
internal sealed class TransferCheck : ICheck
{
    private const double Mebi = 1 << 20;
    private static readonly long[] Sizes = [DiagnosticTransferLimits.OpenBytes, 32 << 20, DiagnosticTransferLimits.MostBytes];

    public string Id => "C11";

    public string Title => "Uploads and downloads";

    public IReadOnlyList<string> Needs => ["C10"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
    [
        new("sh", "head -c 1048576 /dev/urandom > test.bin"),
        ToolLines.Curl(examination, "-sS --data-binary @test.bin", UploadAnswer.Path),
        ToolLines.Curl(examination, "-sS -o /dev/null -w '%{speed_download}\\n'", $"{DiagnosticTransferLimits.DownloadPath}?bytes={DiagnosticTransferLimits.OpenBytes}"),
    ];

    public async Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        // Sizes above the first one need a token.
        var count = examination.Service.TokenAccepted != true || examination.Options.Quick ? 1 : examination.Options.Thorough ? 3 : 2;
        var facts = new List<MeasuredFact>();
        foreach (var size in Sizes.Take(count))
        {
            var (trouble, fact) = await UploadAsync(examination, size, cancellation);
            facts.Add(fact);
            if (trouble is not null)
                return trouble.With(facts);
        }

        var largest = Sizes[count - 1];
        var (failed, down) = await DownloadAsync(examination, largest, cancellation);
        facts.Add(down);
        return (failed ?? CheckFinding.Ok($"{Words(largest)} pass in both directions: {facts[^2].Value} up, {down.Value} down.")).With(facts)
            .With("larger ones", count == 1 && examination.Service.TokenAccepted != true ? "not tried without a token" : null);
    }

    private static async Task<(CheckFinding? Trouble, MeasuredFact Fact)> UploadAsync(Examination examination, long size, CancellationToken cancellation)
    {
        var name = $"upload of {Words(size)}";
        using var body = new IncompressibleContent(size);
        using var request = new HttpRequestMessage(HttpMethod.Post, UploadAnswer.Path) { Content = body };
        var began = TimeProvider.System.GetTimestamp();
        using var watch = new StallWatch(() => body.Sent, examination.Times.Stall, cancellation);
        try
        {
            using var answer = await examination.Http.SendAsync(request, watch.Token, withToken: true, patience: Timeout.InfiniteTimeSpan);
            var text = await examination.Http.TextAsync(answer, watch.Token);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                return (CheckFinding.Unknown("rate-limited", "The service limits the number of tests (429).", "Try again in a minute."), new MeasuredFact(name, "429"));
            if (!answer.IsSuccessStatusCode)
            {
                return (IntermediaryBodyLimit.Of(answer) is { } limit
                        ? Limited(examination, size, limit, answer.StatusCode)
                        : Refused(examination, size, RequestFailures.Describe(answer.StatusCode)),
                    new MeasuredFact(name, RequestFailures.Describe(answer.StatusCode)));
            }
            var arrived = JsonSerializer.Deserialize(text, DiagnosticJson.Default.UploadAnswer);
            return arrived?.Length == size && arrived.Sha256 == Convert.ToHexStringLower(IncompressibleBytes.Sha256(size))
                ? (null, new MeasuredFact(name, Speed(size, began)))
                : (Refused(examination, size, $"{arrived?.Length} bytes arrived, or others than were sent"), new MeasuredFact(name, "damaged"));
        }
        catch (Exception e) when (RequestFailures.IsOne(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested) || e is JsonException)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"after {body.Sent / 1024} KiB of {size / 1024}");
            return (watch.Stalled
                    ? Stalled(examination, where)
                    : Refused(examination, size, $"{(e is JsonException ? "the answer is damaged" : RequestFailures.Describe(e))} {where}"),
                new MeasuredFact(name, $"{(watch.Stalled ? "stands still" : "fails")} {where}"));
        }
    }

    private static async Task<(CheckFinding? Trouble, MeasuredFact Fact)> DownloadAsync(Examination examination, long size, CancellationToken cancellation)
    {
        var name = $"download of {Words(size)}";
        var began = TimeProvider.System.GetTimestamp();
        long came = 0;
        using var watch = new StallWatch(() => Interlocked.Read(ref came), examination.Times.Stall, cancellation);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{DiagnosticTransferLimits.DownloadPath}?bytes={size}");
            using var answer = await examination.Http.SendAsync(request, watch.Token, withToken: true, patience: Timeout.InfiniteTimeSpan);
            if (!answer.IsSuccessStatusCode)
            {
                return (Download(examination,
                        RequestFailures.Describe(answer.StatusCode) + (IntermediaryBodyLimit.Of(answer) is { } limit ? $", of {limit.Who}: see its setting {limit.Setting}" : "")),
                    new MeasuredFact(name, RequestFailures.Describe(answer.StatusCode)));
            }
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var body = await answer.Content.ReadAsStreamAsync(watch.Token);
            var buffer = new byte[IncompressibleBytes.PartLength];
            for (int count; (count = await body.ReadAsync(buffer, watch.Token)) > 0; Interlocked.Add(ref came, count))
                hash.AppendData(buffer, 0, count);
            return came == size && hash.GetHashAndReset().AsSpan().SequenceEqual(IncompressibleBytes.Sha256(size))
                ? (null, new MeasuredFact(name, Speed(size, began)))
                : (Download(examination, "other bytes came than were sent"), new MeasuredFact(name, "damaged"));
        }
        catch (Exception e) when (RequestFailures.IsOne(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var words = $"{(watch.Stalled ? "stands still" : RequestFailures.Describe(e))} after {came / 1024} KiB";
            return (Download(examination, words), new MeasuredFact(name, words));
        }
    }

    private static CheckFinding Stalled(Examination examination, string where) =>
        CheckFinding.Fail("upload-stalled", $"An upload stops {where}: larger bodies do not pass.",
                "Something on the way blocks large packets or bodies: a limit of the proxy, a scanner, or an MTU that is too large for a tunnel while ICMP messages are dropped. Ask the network team.")
            .Ask(NetworkTeamRequest.Write(examination,
                $"please check why uploads to {examination.Host} stop: limits of body size, scanning of uploads, MTU and ICMP \"fragmentation needed\"",
                $"the upload stands still {where}")).GoOn();

    private static CheckFinding Limited(Examination examination, long size, IntermediaryBodyLimit limit, HttpStatusCode status) =>
        CheckFinding.Fail("upload-limited", $"{limit.Who} limits uploads: one of {Words(size)} is answered with {(int)status}, and does not reach the service.",
                $"Raise the limit to 256 MiB or more, where that is up to you; otherwise ask who runs it. {(limit.Product is null ? "Usual settings are" : "Its setting is")} {limit.Setting}.")
            .Ask(NetworkTeamRequest.Write(examination, $"please let uploads of up to 256 MiB pass to {examination.Host}",
                $"{limit.Who} answers {(int)status} to an upload of {Words(size)}; {(limit.Product is null ? "usual settings are" : "its setting is")} {limit.Setting}")).GoOn();

    private static CheckFinding Refused(Examination examination, long size, string words) =>
        CheckFinding.Fail("upload-failed", $"An upload of {Words(size)} does not arrive: {words}.",
                $"Something on the way limits uploads: ask the network team to let bodies of 256 MiB pass. Usual settings are {IntermediaryBodyLimit.Usual}.")
            .Ask(NetworkTeamRequest.Write(examination, $"please let uploads of up to 256 MiB pass to {examination.Host}", words)).GoOn();

    private static CheckFinding Download(Examination examination, string words) =>
        CheckFinding.Fail("download-failed", $"A download does not arrive: {words}.",
                "Something on the way limits or changes downloads: ask the network team to leave those of the service alone.")
            .Ask(NetworkTeamRequest.Write(examination, $"please let downloads from {examination.Host} pass unchanged", words)).GoOn();

    private static string Words(long size) => string.Create(CultureInfo.InvariantCulture, $"{size / Mebi:0} MiB");

    private static string Speed(long size, long began) =>
        string.Create(CultureInfo.InvariantCulture, $"{size / Mebi / TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} MiB/s");
}
