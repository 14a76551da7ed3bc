using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Slipway.Protocol.Diagnostics;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Events;
using Slipway.Server.Limits;

namespace Slipway.Server.Diagnostics;

/// <summary>Sends server-sent events in the way that builds do, but without a build: shows whether a proxy buffers them or ends the stream.</summary>
internal sealed class DiagnosticStream(StreamPlaces places, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>Writes one event at once, a keep-alive at each interval, and one at the end.</summary>
    /// <param name="context">The request.</param>
    /// <param name="seconds">Duration in seconds.</param>
    /// <param name="interval">Seconds between keep-alives; 0 for none.</param>
    public async Task WriteAsync(HttpContext context, int seconds, int interval)
    {
        var most = context.Features.Get<Caller>() is null ? DiagnosticTransferLimits.OpenSeconds : DiagnosticTransferLimits.MostSeconds;
        if (seconds < 0 || seconds > most || interval is < 0 or > DiagnosticTransferLimits.MostSeconds)
            throw new ProblemException(ServiceProblems.Invalid.At("seconds", $"A stream lasts 0 to {DiagnosticTransferLimits.OpenSeconds} seconds, with a token up to {DiagnosticTransferLimits.MostSeconds}; an interval is 0 for none, or 1 to {DiagnosticTransferLimits.MostSeconds}."));
        using var place = places.Take(context.Connection.RemoteIpAddress);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var response = context.Response;
        response.ContentType = EventWriter.MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await SendAsync(response, $"event: first\ndata: {{\"seconds\":{seconds},\"interval\":{interval}}}\n\n", end.Token);
            var signs = await WaitAsync(response, seconds, interval, end.Token);
            await SendAsync(response, $"event: last\ndata: {{\"signs\":{signs}}}\n\n", end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client has disconnected, or the server stops.
        }
    }

    private async Task<int> WaitAsync(HttpResponse response, int seconds, int interval, CancellationToken cancellation)
    {
        var signs = 0;
        var step = interval == 0 ? seconds : interval;
        for (var left = seconds; left > 0; left -= step)
        {
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(step, left)), time, cancellation);
            if (left <= step)
                break;
            await SendAsync(response, ": ping\n\n", cancellation);
            signs++;
        }

        return signs;
    }

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancellation)
    {
        await response.WriteAsync(text, cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}

/// <summary>Limits the concurrent test streams of each network address, because a stream stays open for a long time.</summary>
internal sealed class StreamPlaces
{
    private readonly KeyedPlaces _places = new(DiagnosticTransferLimits.StreamsAtOnce);

    /// <summary>Takes a place; disposing the result frees it.</summary>
    /// <exception cref="ProblemException">The address has all of its places.</exception>
    public IDisposable Take(IPAddress? address) =>
        _places.TryTake(RequestPartitions.Network(address)) ??
        throw new ProblemException(ServiceProblems.RateLimited.At("request", $"{DiagnosticTransferLimits.StreamsAtOnce} streams at once come from this network address.", "Wait until one of them has ended."));
}
