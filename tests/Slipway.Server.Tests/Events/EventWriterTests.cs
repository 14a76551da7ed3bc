using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Slipway.Server.Events;

namespace Slipway.Server.Tests.Events;

public sealed class EventWriterTests
{
    private readonly DefaultHttpContext _context = new() { Response = { Body = new MemoryStream() } };
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private string Written => Encoding.UTF8.GetString(((MemoryStream)_context.Response.Body).ToArray());

    [Fact]
    public async Task A_long_silence_is_broken_by_a_comment_and_a_short_one_is_not()
    {
        var writer = new EventWriter(_context.Response, JsonSerializerOptions.Web, _clock);
        await writer.BeginAsync();
        _clock.Advance(TimeSpan.FromSeconds(14));
        await writer.FlushAsync();
        Assert.Equal("", Written);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await writer.FlushAsync();
        Assert.Equal(": still there\n\n", Written);
        await writer.FlushAsync();
        Assert.Equal(": still there\n\n", Written);
    }

    [Fact]
    public async Task An_event_is_four_lines_whatever_is_in_it()
    {
        var writer = new EventWriter(_context.Response, JsonSerializerOptions.Web, _clock);
        await writer.WriteAsync("message", new { Text = "a\r\nid: 7\u2028\n\ndata: b" }, "3");
        await writer.FlushAsync();
        Assert.Equal("event: message\nid: 3\ndata: {\"text\":\"a\\r\\nid: 7\\u2028\\n\\ndata: b\"}\n\n", Written);
    }
}
