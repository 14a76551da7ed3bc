using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Slipway.Gateway.Diagnosis.Service;
using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Network;

namespace Slipway.Gateway.Diagnosis.Checks;

/// <summary>C11: do large uploads and downloads arrive complete and unchanged?</summary>
internal sealed class TransferCheck : ICheck
{
    private const double Mebi = 1 << 20;
    private static readonly long[] Sizes = [TestTransfers.OpenBytes, 32 << 20, TestTransfers.MostBytes];

    public string Id => "C11";

    public string Title => "Uploads and downloads";

    public IReadOnlyList<string> Needs => ["C10"];

    public IReadOnlyList<ToolLine> Commands(Examination examination) =>
    [
        new("sh", "head -c 1048576 /dev/urandom > test.bin"),
        ToolLines.Curl(examination, "-sS --data-binary @test.bin", UploadAnswer.Path),
        ToolLines.Curl(examination, "-sS -o /dev/null -w '%{speed_download}\\n'", $"{TestTransfers.DownloadPath}?bytes={TestTransfers.OpenBytes}"),
    ];

    public async Task<Finding> RunAsync(Examination examination, CancellationToken cancellation)
    {
        // Sizes above the first one need a token.
        var count = examination.Service.TokenAccepted != true || examination.Options.Quick ? 1 : examination.Options.Thorough ? 3 : 2;
        var facts = new List<Fact>();
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
        return (failed ?? Finding.Ok($"{Words(largest)} pass in both directions: {facts[^2].Value} up, {down.Value} down.")).With(facts)
            .With("larger ones", count == 1 && examination.Service.TokenAccepted != true ? "not tried without a token" : null);
    }

    private static async Task<(Finding? Trouble, Fact Fact)> UploadAsync(Examination examination, long size, CancellationToken cancellation)
    {
        var name = $"upload of {Words(size)}";
        using var body = new TestContent(size);
        using var request = new HttpRequestMessage(HttpMethod.Post, UploadAnswer.Path) { Content = body };
        var began = TimeProvider.System.GetTimestamp();
        using var watch = new StallWatch(() => body.Sent, examination.Times.Stall, cancellation);
        try
        {
            using var answer = await examination.Http.SendAsync(request, watch.Token, withToken: true, patience: Timeout.InfiniteTimeSpan);
            var text = await examination.Http.TextAsync(answer, watch.Token);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                return (Finding.Unknown("rate-limited", "The service limits the number of tests (429).", "Try again in a minute."), new Fact(name, "429"));
            if (!answer.IsSuccessStatusCode)
                return (BodyLimit.Of(answer) is { } limit
                        ? Limited(examination, size, limit, answer.StatusCode)
                        : Refused(examination, size, Failures.Words(answer.StatusCode)),
                    new Fact(name, Failures.Words(answer.StatusCode)));
            var arrived = JsonSerializer.Deserialize(text, DiagnosticJson.Default.UploadAnswer);
            return arrived?.Length == size && arrived.Sha256 == Convert.ToHexStringLower(TestBytes.Sha256(size))
                ? (null, new Fact(name, Speed(size, began)))
                : (Refused(examination, size, $"{arrived?.Length} bytes arrived, or others than were sent"), new Fact(name, "damaged"));
        }
        catch (Exception e) when (Failures.IsOne(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested) || e is JsonException)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"after {body.Sent / 1024} KiB of {size / 1024}");
            return (watch.Stalled
                    ? Stalled(examination, where)
                    : Refused(examination, size, $"{(e is JsonException ? "the answer is damaged" : Failures.Words(e))} {where}"),
                new Fact(name, $"{(watch.Stalled ? "stands still" : "fails")} {where}"));
        }
    }

    private static async Task<(Finding? Trouble, Fact Fact)> DownloadAsync(Examination examination, long size, CancellationToken cancellation)
    {
        var name = $"download of {Words(size)}";
        var began = TimeProvider.System.GetTimestamp();
        long came = 0;
        using var watch = new StallWatch(() => Interlocked.Read(ref came), examination.Times.Stall, cancellation);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{TestTransfers.DownloadPath}?bytes={size}");
            using var answer = await examination.Http.SendAsync(request, watch.Token, withToken: true, patience: Timeout.InfiniteTimeSpan);
            if (!answer.IsSuccessStatusCode)
                return (Download(examination,
                        Failures.Words(answer.StatusCode) + (BodyLimit.Of(answer) is { } limit ? $", of {limit.Who}: see its setting {limit.Setting}" : "")),
                    new Fact(name, Failures.Words(answer.StatusCode)));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var body = await answer.Content.ReadAsStreamAsync(watch.Token);
            var buffer = new byte[TestBytes.PartLength];
            for (int count; (count = await body.ReadAsync(buffer, watch.Token)) > 0; Interlocked.Add(ref came, count))
                hash.AppendData(buffer, 0, count);
            return came == size && hash.GetHashAndReset().AsSpan().SequenceEqual(TestBytes.Sha256(size))
                ? (null, new Fact(name, Speed(size, began)))
                : (Download(examination, "other bytes came than were sent"), new Fact(name, "damaged"));
        }
        catch (Exception e) when (Failures.IsOne(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            var words = $"{(watch.Stalled ? "stands still" : Failures.Words(e))} after {came / 1024} KiB";
            return (Download(examination, words), new Fact(name, words));
        }
    }

    private static Finding Stalled(Examination examination, string where) =>
        Finding.Fail("upload-stalled", $"An upload stops {where}: larger bodies do not pass.",
                "Something on the way blocks large packets or bodies: a limit of the proxy, a scanner, or an MTU that is too large for a tunnel while ICMP messages are dropped. Ask the network team.")
            .Ask(NetworkRequest.Write(examination,
                $"please check why uploads to {examination.Host} stop: limits of body size, scanning of uploads, MTU and ICMP \"fragmentation needed\"",
                $"the upload stands still {where}")).GoOn();

    private static Finding Limited(Examination examination, long size, BodyLimit limit, HttpStatusCode status) =>
        Finding.Fail("upload-limited", $"{limit.Who} limits uploads: one of {Words(size)} is answered with {(int)status}, and does not reach the service.",
                $"Raise the limit to 256 MiB or more, where that is up to you; otherwise ask who runs it. {(limit.Product is null ? "Usual settings are" : "Its setting is")} {limit.Setting}.")
            .Ask(NetworkRequest.Write(examination, $"please let uploads of up to 256 MiB pass to {examination.Host}",
                $"{limit.Who} answers {(int)status} to an upload of {Words(size)}; {(limit.Product is null ? "usual settings are" : "its setting is")} {limit.Setting}")).GoOn();

    private static Finding Refused(Examination examination, long size, string words) =>
        Finding.Fail("upload-failed", $"An upload of {Words(size)} does not arrive: {words}.",
                $"Something on the way limits uploads: ask the network team to let bodies of 256 MiB pass. Usual settings are {BodyLimit.Usual}.")
            .Ask(NetworkRequest.Write(examination, $"please let uploads of up to 256 MiB pass to {examination.Host}", words)).GoOn();

    private static Finding Download(Examination examination, string words) =>
        Finding.Fail("download-failed", $"A download does not arrive: {words}.",
                "Something on the way limits or changes downloads: ask the network team to leave those of the service alone.")
            .Ask(NetworkRequest.Write(examination, $"please let downloads from {examination.Host} pass unchanged", words)).GoOn();

    private static string Words(long size) => string.Create(CultureInfo.InvariantCulture, $"{size / Mebi:0} MiB");

    private static string Speed(long size, long began) =>
        string.Create(CultureInfo.InvariantCulture, $"{size / Mebi / TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} MiB/s");
}
