using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>A request on its way through the relay, with the facts for the log and the metrics.</summary>
internal sealed class RelayedRequest : IDisposable
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly CancellationTokenSource _end;
    private CancellationTokenRegistration _drain;
    private readonly CancellationToken _stopping;

    /// <summary>Begins a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="at">When it arrived.</param>
    /// <param name="stopping">Fires when the relay is being stopped.</param>
    public RelayedRequest(HttpContext context, DateTimeOffset at, CancellationToken stopping)
    {
        At = at;
        Client = context.Connection.RemoteIpAddress?.ToString() ?? "";
        Method = context.Request.Method;
        Host = context.Request.Host.Value ?? "";
        Path = Told(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        _end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _stopping = stopping;
    }

    /// <summary>The id of the request in this log and, as the trace id, in the service's log.</summary>
    public string Id { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>When the request arrived.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The address of the client.</summary>
    public string Client { get; }

    /// <summary>Its method.</summary>
    public string Method { get; }

    /// <summary>The requested host.</summary>
    public string Host { get; }

    /// <summary>The path, without secrets.</summary>
    public string Path { get; }

    /// <summary>The person who sends the request; null when the relay does not know.</summary>
    public string? Person { get; set; }

    /// <summary>The channel of the request; null when it names none.</summary>
    public string? Channel { get; set; }

    /// <summary>Whether the request carries the proof that it comes through this machine.</summary>
    public bool IsProven { get; set; }

    /// <summary>The hash of the body as a header; null when the proof covers none.</summary>
    public string? Digest { get; set; }

    /// <summary>The problem with the request; null when there is none.</summary>
    public Problem? Problem { get; set; }

    /// <summary>Whether the service answered.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Whether the answer is a stream.</summary>
    public bool IsStream { get; private set; }

    /// <summary>The bytes of the request's body.</summary>
    public long Up { get; set; }

    /// <summary>The bytes of the answer's body.</summary>
    public long Down { get; set; }

    /// <summary>The status of the answer; 0 when the client had left before.</summary>
    public int Status { get; set; }

    /// <summary>The duration of the request.</summary>
    public TimeSpan Took => Stopwatch.GetElapsedTime(_began);

    /// <summary>Fires when the request has to end: the client has left, or the request is a stream and the relay stops.</summary>
    public CancellationToken End => _end.Token;

    /// <summary>Notes that the service has answered. A stream lasts for hours, so it ends when the relay stops; its client resumes elsewhere.</summary>
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

    // Queries contain signatures, and the paths of install pages contain tokens.
    private static string Told(string target)
    {
        var path = target.Split('?', 2)[0];
        return path.StartsWith("/i/", StringComparison.Ordinal) ? "/i/…" : path;
    }
}
