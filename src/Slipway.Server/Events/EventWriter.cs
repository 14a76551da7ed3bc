using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Slipway.Server.Events;

/// <summary>Server-sent events as an answer. JSON has no line ends of its own, so each event stays one.</summary>
internal sealed class EventWriter(HttpResponse response, JsonSerializerOptions json, TimeProvider time)
{
    /// <summary>The type of such an answer.</summary>
    public const string MediaType = "text/event-stream";

    // Proxies close connections on which nothing happens.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private long _last = time.GetTimestamp();
    private bool _pending;

    /// <summary>Begins the answer.</summary>
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
    /// <param name="id">Where to go on after it; null when it changes nothing there.</param>
    public async Task WriteAsync<T>(string kind, T data, string? id = null)
    {
        var text = $"event: {kind}\n{(id is null ? "" : $"id: {id}\n")}data: {JsonSerializer.Serialize(data, json)}\n\n";
        await response.WriteAsync(text, response.HttpContext.RequestAborted);
        _pending = true;
    }

    /// <summary>Sends what was written, or a sign of life after a long silence.</summary>
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
