using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Slipway.Server.Events;

/// <summary>Writes server-sent events. Serialised JSON has no line ends, so each event has one data line.</summary>
internal sealed class EventWriter(HttpResponse response, JsonSerializerOptions json, TimeProvider time)
{
    /// <summary>The media type of server-sent events.</summary>
    public const string MediaType = "text/event-stream";

    // A keep-alive, because proxies close idle connections.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private long _last = time.GetTimestamp();
    private bool _pending;

    /// <summary>Starts the answer.</summary>
    public async Task BeginAsync()
    {
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.Body.FlushAsync(response.HttpContext.RequestAborted);
    }

    /// <summary>Adds an event; <see cref="FlushAsync"/> sends it.</summary>
    /// <param name="kind">Its name.</param>
    /// <param name="data">Its content.</param>
    /// <param name="id">The id of the event, from which a client continues; null if it does not change.</param>
    public async Task WriteAsync<T>(string kind, T data, string? id = null)
    {
        var text = $"event: {kind}\n{(id is null ? "" : $"id: {id}\n")}data: {JsonSerializer.Serialize(data, json)}\n\n";
        await response.WriteAsync(text, response.HttpContext.RequestAborted);
        _pending = true;
    }

    /// <summary>Sends what was written, or a keep-alive after a long silence.</summary>
    public async Task FlushAsync()
    {
        if (!_pending && time.GetElapsedTime(_last) < Silence)
            return;
        if (!_pending)
            await response.WriteAsync(": still there\n\n", response.HttpContext.RequestAborted);
        await response.Body.FlushAsync(response.HttpContext.RequestAborted);
        _pending = false;
        _last = time.GetTimestamp();
    }
}
