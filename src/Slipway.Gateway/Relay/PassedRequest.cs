using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>A request on its way through the relay: what the log and the metrics tell of it.</summary>
internal sealed class PassedRequest : IDisposable
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly CancellationTokenSource _end;
    private CancellationTokenRegistration _drain;
    private readonly CancellationToken _stopping;

    /// <summary>Begins.</summary>
    /// <param name="context">The request.</param>
    /// <param name="at">When it came.</param>
    /// <param name="stopping">Fires when the relay is being stopped.</param>
    public PassedRequest(HttpContext context, DateTimeOffset at, CancellationToken stopping)
    {
        At = at;
        Client = context.Connection.RemoteIpAddress?.ToString() ?? "";
        Method = context.Request.Method;
        Host = context.Request.Host.Value ?? "";
        Path = Told(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        _end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _stopping = stopping;
    }

    /// <summary>By which it is found in this log and, as the trace id, in the builder's.</summary>
    public string Id { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>When it came.</summary>
    public DateTimeOffset At { get; }

    /// <summary>From where.</summary>
    public string Client { get; }

    /// <summary>Its method.</summary>
    public string Method { get; }

    /// <summary>The host that it is for.</summary>
    public string Host { get; }

    /// <summary>Its path, as far as it may be told.</summary>
    public string Path { get; }

    /// <summary>Who asks; null when the relay does not know.</summary>
    public string? Person { get; set; }

    /// <summary>By which channel; null when that was not said.</summary>
    public string? Channel { get; set; }

    /// <summary>Is it proven to come through this server?</summary>
    public bool IsProven { get; set; }

    /// <summary>The hash of its body as a header; null where the proof covers none.</summary>
    public string? Digest { get; set; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public Problem? Problem { get; set; }

    /// <summary>Did it get through to the builder's answer?</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Does its answer stay open?</summary>
    public bool IsStream { get; private set; }

    /// <summary>Bytes of its body.</summary>
    public long Up { get; set; }

    /// <summary>Bytes of the answer's body.</summary>
    public long Down { get; set; }

    /// <summary>The status of the answer; 0 when nobody was there to be answered.</summary>
    public int Status { get; set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took => Stopwatch.GetElapsedTime(_began);

    /// <summary>Fires when it is to end: the client has gone, or it is a stream and the relay stops.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>The builder has answered. Streams last for hours: those who follow one resume elsewhere when the relay stops.</summary>
    public void Answered(bool isStream)
    {
        IsAnswered = true;
        IsStream = isStream;
        if (isStream)
            _drain = _stopping.Register(_end.Cancel);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _drain.Dispose();
        _end.Dispose();
    }

    // Signatures are in queries, and tokens of install pages in paths.
    private static string Told(string target)
    {
        var path = target.Split('?', 2)[0];
        return path.StartsWith("/i/", StringComparison.Ordinal) ? "/i/…" : path;
    }
}
