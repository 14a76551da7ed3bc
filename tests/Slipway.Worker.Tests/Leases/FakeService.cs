using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Slipway.Protocol.Client;
using Slipway.Protocol.Workers;

namespace Slipway.Worker.Tests.Leases;

/// <summary>A service that does as a test tells it, and keeps what it was told.</summary>
internal sealed partial class FakeService : HttpMessageHandler
{
    private readonly Channel<WorkerJob> _jobs = Channel.CreateUnbounded<WorkerJob>();
    private readonly Channel<(string Call, byte[] Body)> _calls = Channel.CreateUnbounded<(string, byte[])>();
    private readonly List<(string Call, byte[] Body)> _passed = [];
    private readonly Guid _worker = Guid.NewGuid();

    /// <summary>What to answer to a call, such as <c>renew</c>; null for what a healthy service says.</summary>
    public Func<string, HttpResponseMessage?> Answer { get; set; } = _ => null;

    /// <summary>All calls that were waited for or passed over, in order.</summary>
    public IReadOnlyList<(string Call, byte[] Body)> Calls => _passed;

    public WorkerClient Client(TimeSpan? patience = null) => new(new ServiceConnection(new Uri("http://service/"), "slw_token", "test/1", patience ?? TimeSpan.FromMinutes(1), this));

    public void Offer(WorkerJob job) => _jobs.Writer.TryWrite(job);

    public static HttpResponseMessage Status(HttpStatusCode status) => new(status);

    /// <summary>An answer whose head comes, and whose body stops.</summary>
    public static HttpResponseMessage Stalled() =>
        new(HttpStatusCode.OK) { Content = new StreamContent(new StalledStream("{"u8.ToArray())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };

    /// <summary>The body of the next call of a name.</summary>
    public async Task<byte[]> NextAsync(string call)
    {
        while (true)
        {
            var next = await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken);
            _passed.Add(next);
            if (next.Call == call)
                return next.Body;
        }
    }

    public async Task<T> NextAsync<T>(string call) => JsonSerializer.Deserialize<T>(await NextAsync(call), JsonSerializerOptions.Web)!;

    /// <summary>Takes what was called meanwhile.</summary>
    public void PassOver()
    {
        while (_calls.Reader.TryRead(out var next))
            _passed.Add(next);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Call(request);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        _calls.Writer.TryWrite((call, body));
        var answer = Answer(call) ?? call switch
        {
            "register" => Json(new WorkerWelcome(_worker, 30)),
            "claim" => Json(await _jobs.Reader.ReadAsync(cancellationToken)),
            "renew" or "messages" => Json(new LeaseAnswer(false)),
            _ => Status(HttpStatusCode.OK),
        };
        answer.RequestMessage = request;
        return answer;
    }

    private static string Call(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path == "/api/v1/workers")
            return "register";
        return request.Method == HttpMethod.Delete ? "leave" : LeaseCall.Match(path).Groups["call"].Value;
    }

    private static HttpResponseMessage Json<T>(T value) => new(HttpStatusCode.OK) { Content = JsonContent.Create(value) };

    [GeneratedRegex("^/api/v1/(workers/[^/]+|leases/[^/]+/[0-9]+)/(?<call>[a-z]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex LeaseCall { get; }
}
