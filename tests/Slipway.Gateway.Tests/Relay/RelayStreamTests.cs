using System.Text;

namespace Slipway.Gateway.Tests.Relay;

/// <summary>Streams in both directions, with curl at the front.</summary>
public sealed class RelayStreamTests : IAsyncLifetime
{
    private readonly TestAuthority _authority = new();
    private readonly RawService _builder = new();
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RelayUnderTest _relay = null!;

    public async ValueTask InitializeAsync() => _relay = await RelayUnderTest.StartAsync(_authority, _builder.Address);

    public async ValueTask DisposeAsync()
    {
        _goOn.TrySetResult();
        await _relay.DisposeAsync();
        await _builder.DisposeAsync();
        _authority.Dispose();
    }

    [Theory]
    [InlineData("--http1.1")]
    [InlineData("--http2")]
    public async Task An_event_arrives_while_the_builder_holds_the_next_one_back(string version)
    {
        _builder.Answer = async (_, stream) =>
        {
            await RawService.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nid: 1\ndata: a\n\n\n\r\n");
            await _goOn.Task;
            return await RawService.WriteAsync(stream, "10\r\nid: 2\ndata: b\n\n\n\r\n0\r\n\r\n");
        };
        using var curl = Follow(version);
        Assert.Equal("id: 1", curl.Line(""));
        _goOn.SetResult();
        Assert.Contains("data: b", curl.End().Well().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--http1.1")]
    [InlineData("--http2")]
    public async Task The_head_of_a_stream_arrives_before_its_first_event(string version)
    {
        _builder.Answer = async (_, stream) =>
        {
            await RawService.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            await _goOn.Task;
            return await RawService.WriteAsync(stream, "0\r\n\r\n");
        };
        using var curl = Follow(version, "-D", "/dev/stdout");
        Assert.Contains(" 200", curl.Line(""), StringComparison.Ordinal);
        _goOn.SetResult();
        curl.End();
    }

    [Fact]
    public async Task A_stream_ends_at_once_when_the_relay_stops_and_an_upload_does_not()
    {
        var uploading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var up = Encoding.ASCII.GetBytes("PUT /api/v1/blobs/1 ");
        _builder.ReadsBodies = false;
        _builder.Answer = async (head, stream) =>
        {
            if (head.StartsWith(Encoding.ASCII.GetString(up), StringComparison.Ordinal))
            {
                uploading.SetResult();
                await _goOn.Task;
                await stream.ReadExactlyAsync(new byte[4]);
                return await RawService.WriteAsync(stream, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
            }

            await RawService.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nid: 1\ndata: a\n\n\n\r\n");
            return await stream.ReadAsync(new byte[1]) > 0;
        };
        using var follow = Follow("--http1.1");
        Assert.Equal("id: 1", follow.Line(""));
        var upload = _relay.RawAsync("PUT /api/v1/blobs/1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nabcd");
        if (await Task.WhenAny(uploading.Task, upload) == upload)
            Assert.Fail(await upload);
        var stopping = _relay.Server.StopAsync(TimeSpan.FromSeconds(60));
        Assert.NotEqual(0, follow.End().ExitCode);
        Assert.False(stopping.IsCompleted);
        _goOn.SetResult();
        Assert.StartsWith("HTTP/1.1 201", await upload, StringComparison.Ordinal);
        await stopping;
    }

    [Fact]
    public async Task An_upload_reaches_the_builder_while_it_is_sent()
    {
        var (begun, stop) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        _builder.ReadsBodies = false;
        _builder.Answer = async (_, stream) =>
        {
            await stream.ReadExactlyAsync(new byte[1 << 20]);
            begun.SetResult();
            await stop.Task;
            return false;
        };
        using var curl = Curl("/api/v1/blobs/1", "--http1.1", "-T", "/dev/zero", "-H", "Expect:");
        await begun.Task;
        Assert.False(curl.Process.HasExited);
        stop.SetResult();
        curl.End();
    }

    private StartedProcess Follow(params string[] options) => Curl("/api/v1/builds/events", options);

    private StartedProcess Curl(string path, params string[] options) => StartedProcess.Start(
        "curl", ["-sS", "-N", "--max-time", "60", "--cacert", _authority.File, .. options, new Uri(_relay.Address, path).AbsoluteUri]);
}
