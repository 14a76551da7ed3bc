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

    private readonly Lock gate = new();
    private long due = long.MaxValue;
    private long idle = long.MaxValue;
    private long lastActivity;
    private DenyReason reason;
    private DeadlineKind expiry;

    /// <summary>The limit that has expired; <see cref="DenyReason.None"/> while none has.</summary>
    public DenyReason Passed { get; private set; }

    /// <summary>Sets a deadline for the current step.</summary>
    public void Set(TimeSpan within, DenyReason why, DeadlineKind what)
    {
        lock (gate)
            (due, reason, expiry, idle) = (clock.Now + (long)within.TotalMilliseconds, why, what, long.MaxValue);
    }

    /// <summary>Suspends the deadline, because the current step has a timeout of its own.</summary>
    public void Clear()
    {
        lock (gate)
            (due, idle) = (long.MaxValue, long.MaxValue);
    }

    /// <summary>Starts the idle timeout and the lifetime of an open tunnel.</summary>
    public void Open(TimeSpan idleTime, TimeSpan total)
    {
        lock (gate)
        {
            lastActivity = clock.Now;
            (due, reason, expiry, idle) = (total > TimeSpan.Zero ? clock.Now + (long)total.TotalMilliseconds : long.MaxValue, DenyReason.TotalTimeout,
                DeadlineKind.All, (long)idleTime.TotalMilliseconds);
        }
    }

    /// <summary>Notes that data passed.</summary>
    public void Touch() => lastActivity = clock.Now;

    /// <summary>Ends everything now, for a reason.</summary>
    public void Pass(DenyReason why)
    {
        lock (gate)
        {
            if (Passed == DenyReason.None)
                Passed = why;
        }
    }

    /// <summary>Returns what has expired.</summary>
    public DeadlineKind Check(long now)
    {
        lock (gate)
        {
            if (idle != long.MaxValue && now - lastActivity >= idle)
            {
                Passed = DenyReason.IdleTimeout;
                return DeadlineKind.All;
            }

            if (now < due)
                return DeadlineKind.None;
            if (Passed == DenyReason.None)
                Passed = reason;
            (var what, due, expiry) = (expiry, now + GraceMilliseconds, DeadlineKind.All);
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
    private readonly long start = time.GetTimestamp();
    private long now;

    /// <summary>The time as of the last <see cref="Look"/>.</summary>
    public long Now => Volatile.Read(ref now);

    /// <summary>Reads the clock.</summary>
    public long Look()
    {
        var elapsed = (long)time.GetElapsedTime(start).TotalMilliseconds;
        Volatile.Write(ref now, elapsed);
        return elapsed;
    }
}
