using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Slipway.Protocol.Blobs;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Worker.Leases;

namespace Slipway.Worker.Tests.Leases;

public sealed class LeaseBlobFetcherTests : IDisposable
{
    private readonly FakeService _service = new();
    private readonly WorkerJob _job = FakeBuild.NewJob();
    private readonly Dictionary<string, string> _taken = [];

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task All_contents_come_in_one_call()
    {
        _service.Answer = call => call == "blobs" ? Pack(Whole("one"), Whole("two"), Whole("")) : null;
        await FetchAsync("one", "two", "");
        Assert.Equal(["", "one", "two"], _taken.Values.Order(StringComparer.Ordinal));
        Assert.Single(_service.Calls, c => c.Call == "blobs");
    }

    [Fact]
    public async Task Of_a_pack_that_breaks_off_only_the_rest_is_asked_for_again()
    {
        var first = true;
        _service.Answer = call =>
        {
            if (call != "blobs")
                return null;
            var answer = first ? Pack(Whole("one"), Whole("two")[..^2]) : Pack(Whole("two"));
            first = false;
            return answer;
        };
        await FetchAsync("one", "two");
        var calls = _service.Calls.Where(c => c.Call == "blobs").Select(c => JsonSerializer.Deserialize<string[]>(c.Body)!).ToList();
        Assert.Equal([2, 1], calls.Select(c => c.Length));
        Assert.Equal([Hash("two")], calls[1]);
        Assert.Equal("two", _taken[Hash("two")]);
    }

    [Fact]
    public async Task What_was_not_asked_for_ends_it_because_there_could_be_more_of_it_without_an_end()
    {
        _service.Answer = call => call == "blobs" ? Pack(Whole("other"), Whole("one")) : null;
        await Assert.ThrowsAsync<InvalidDataException>(() => FetchAsync("one"));
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task A_content_that_comes_twice_ends_it_too()
    {
        _service.Answer = call => call == "blobs" ? Pack(Whole("one"), Whole("one")) : null;
        await Assert.ThrowsAsync<InvalidDataException>(() => FetchAsync("one"));
    }

    [Fact]
    public async Task A_content_that_the_service_does_not_have_is_left_out()
    {
        _service.Answer = call => call == "blobs" ? Pack(Whole("one")) : null;
        await FetchAsync("one", "two");
        Assert.Equal("one", Assert.Single(_taken).Value);
    }

    [Fact]
    public async Task A_refusal_of_the_service_is_not_the_fault_of_the_app()
    {
        _service.Answer = call => call == "blobs" ? FakeService.Status(HttpStatusCode.NotFound) : null;
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => FetchAsync("one"));
        Assert.NotEqual(Blame.User, Assert.Single(refusal.Problems).Blame);
    }

    [Fact]
    public async Task A_pack_of_which_nothing_more_comes_is_asked_for_again()
    {
        var answers = new Queue<HttpResponseMessage>([Stalled(Whole("one"), Whole("two")[..^2]), Stalled(), Pack(Whole("two"))]);
        _service.Answer = call => call == "blobs" ? answers.Dequeue() : null;
        await FetchAsync(TimeProvider.System, TimeSpan.FromMilliseconds(100), "one", "two");
        Assert.Equal(["one", "two"], _taken.Values.Order(StringComparer.Ordinal));
        Assert.Empty(answers);
    }

    [Fact]
    public async Task A_pack_that_never_comes_is_given_up_while_the_lease_holds()
    {
        var time = new ObservedTime();
        _service.Answer = call => call == "blobs" ? FakeService.Status(HttpStatusCode.BadGateway) : null;
        var fetching = FetchAsync(time, TimeSpan.FromMinutes(1), "one");
        while (!fetching.IsCompleted)
        {
            await Task.WhenAny(fetching, time.SomebodyWaitsAsync(TimeSpan.FromMilliseconds(1)));
            time.Advance(TimeSpan.FromSeconds(5));
        }

        var refusal = await Assert.ThrowsAsync<ProblemException>(() => fetching);
        Assert.Equal((SandboxProblems.ContentsMissing, Blame.Network), (Assert.Single(refusal.Problems).Kind, refusal.Problems[0].Blame));
        _service.PassOver();
        Assert.Contains(_service.Calls, c => c.Call == "renew");
    }

    private static HttpResponseMessage Stalled(params byte[][] parts) => new(HttpStatusCode.OK) { Content = new StreamContent(new StalledStream([.. parts.SelectMany(p => p)])) };

    private static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static byte[] Whole(string content) => [.. BlobPackWriter.Header(Hash(content), content.Length), .. Encoding.UTF8.GetBytes(content)];

    private static HttpResponseMessage Pack(params byte[][] parts) => new(HttpStatusCode.OK) { Content = new ByteArrayContent([.. parts.SelectMany(p => p)]) };

    private Task FetchAsync(params string[] contents) => FetchAsync(TimeProvider.System, TimeSpan.FromMinutes(1), contents);

    private async Task FetchAsync(TimeProvider time, TimeSpan patience, params string[] contents)
    {
        await using var lease = new LeaseRenewer(_service.Client(), _job, time, TestContext.Current.CancellationToken);
        await using var log = new LogPump(_service.Client(), _job, lease, time);
        await new LeaseBlobFetcher(_service.Client(patience), _job, lease, log).FetchAsync(
            [.. contents.Select(Hash)],
            async (hash, content) =>
            {
                using var reader = new StreamReader(content);
                _taken[hash] = await reader.ReadToEndAsync();
            },
            TestContext.Current.CancellationToken);
        _service.PassOver();
    }
}
