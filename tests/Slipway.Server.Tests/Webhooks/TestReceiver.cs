using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Tests.Webhooks;

/// <summary>Somebody else's server that takes webhooks.</summary>
internal sealed class TestReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<ReceivedRequest> _received = Channel.CreateUnbounded<ReceivedRequest>();

    private TestReceiver(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Its name for those that are allowed.</summary>
    public string Authority => Address.Authority;

    /// <summary>Decides on the answer to each request.</summary>
    public Func<HttpContext, int> Answer { get; set; } = _ => StatusCodes.Status204NoContent;

    public int Waiting => _received.Reader.Count;

    public static async Task<TestReceiver> StartAsync()
    {
        var app = QuietHost.Create();
        var receiver = new TestReceiver(app);
        app.MapFallback(receiver.ReceiveAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>The next request, waiting for it.</summary>
    public ValueTask<ReceivedRequest> NextAsync() => _received.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        context.Response.StatusCode = Answer(context);
        _received.Writer.TryWrite(new ReceivedRequest(context.Request.Path, headers, body.ToArray()));
    }
}
