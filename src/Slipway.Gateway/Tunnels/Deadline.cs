using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// The time limits of a session. One timer of the proxy checks all sessions, so that a tunnel needs no timer of its own and data that
/// passes costs one write to memory.
/// </summary>
internal sealed class Deadline(ProxyClock clock)
{
    // After the client is cut off, its answer has this long to be sent.
    private const long GraceMilliseconds = 2_000;

    private readonly Lock _gate = new();
    private long _due = long.MaxValue;
    private long _idle = long.MaxValue;
    private long _lastActivity;
    private DenyReason _reason;
    private DeadlineKind _expiry;

    /// <summary>The limit that has expired; <see cref="DenyReason.None"/> while none has.</summary>
    public DenyReason Passed { get; private set; }

    /// <summary>Sets a deadline for the current step.</summary>
    public void Set(TimeSpan within, DenyReason why, DeadlineKind what)
    {
        lock (_gate)
            (_due, _reason, _expiry, _idle) = (clock.Now + (long)within.TotalMilliseconds, why, what, long.MaxValue);
    }

    /// <summary>Suspends the deadline, because the current step has a timeout of its own.</summary>
    public void Clear()
    {
        lock (_gate)
            (_due, _idle) = (long.MaxValue, long.MaxValue);
    }

    /// <summary>Starts the idle timeout and the lifetime of an open tunnel.</summary>
    public void Open(TimeSpan idleTime, TimeSpan total)
    {
        lock (_gate)
        {
            _lastActivity = clock.Now;
            (_due, _reason, _expiry, _idle) = (total > TimeSpan.Zero ? clock.Now + (long)total.TotalMilliseconds : long.MaxValue, DenyReason.TotalTimeout,
                DeadlineKind.All, (long)idleTime.TotalMilliseconds);
        }
    }

    /// <summary>Notes that data passed.</summary>
    public void Touch() => _lastActivity = clock.Now;

    /// <summary>Ends everything now, for a reason.</summary>
    public void Pass(DenyReason why)
    {
        lock (_gate)
        {
            if (Passed == DenyReason.None)
                Passed = why;
        }
    }

    /// <summary>Returns what has expired.</summary>
    public DeadlineKind Check(long now)
    {
        lock (_gate)
        {
            if (_idle != long.MaxValue && now - _lastActivity >= _idle)
            {
                Passed = DenyReason.IdleTimeout;
                return DeadlineKind.All;
            }

            if (now < _due)
                return DeadlineKind.None;
            if (Passed == DenyReason.None)
                Passed = _reason;
            (var what, _due, _expiry) = (_expiry, now + GraceMilliseconds, DeadlineKind.All);
            return what;
        }
    }
}

/// <summary>What ends when a deadline expires.</summary>
internal enum DeadlineKind
{
    /// <summary>Nothing has expired.</summary>
    None,

    /// <summary>Only reading from the client ends; it can still be answered.</summary>
    Receive,

    /// <summary>The whole session ends.</summary>
    All,
}

/// <summary>Milliseconds since the proxy started, as of the last <see cref="Look"/>, so that reading the time costs nothing.</summary>
internal sealed class ProxyClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private long _now;

    /// <summary>The time as of the last <see cref="Look"/>.</summary>
    public long Now => Volatile.Read(ref _now);

    /// <summary>Reads the clock.</summary>
    public long Look()
    {
        var elapsed = (long)time.GetElapsedTime(_start).TotalMilliseconds;
        Volatile.Write(ref _now, elapsed);
        return elapsed;
    }
}
