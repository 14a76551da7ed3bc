using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// How long what goes on may take. One timer of the proxy looks at all of them, so that a tunnel costs no timer and a byte that
/// passes costs one write to memory.
/// </summary>
internal sealed class Deadline(ProxyClock clock)
{
    // After the client was cut off, what answers it has this long.
    private const long GraceMilliseconds = 2_000;

    private readonly Lock gate = new();
    private long due = long.MaxValue;
    private long idle = long.MaxValue;
    private long lastActivity;
    private DenyReason reason;
    private Expiry expiry;

    /// <summary>Which limit was passed; <see cref="DenyReason.None"/> while none was.</summary>
    public DenyReason Passed { get; private set; }

    /// <summary>Something has to be done by then.</summary>
    public void Set(TimeSpan within, DenyReason why, Expiry what)
    {
        lock (gate)
            (due, reason, expiry, idle) = (clock.Now + (long)within.TotalMilliseconds, why, what, long.MaxValue);
    }

    /// <summary>What goes on has a limit of its own.</summary>
    public void Clear()
    {
        lock (gate)
            (due, idle) = (long.MaxValue, long.MaxValue);
    }

    /// <summary>A tunnel is open: it may be idle for so long, and last for so long.</summary>
    public void Open(TimeSpan idleTime, TimeSpan total)
    {
        lock (gate)
        {
            lastActivity = clock.Now;
            (due, reason, expiry, idle) = (total > TimeSpan.Zero ? clock.Now + (long)total.TotalMilliseconds : long.MaxValue, DenyReason.TotalTimeout, Expiry.All, (long)idleTime.TotalMilliseconds);
        }
    }

    /// <summary>Something went through.</summary>
    public void Touch() => lastActivity = clock.Now;

    /// <summary>Everything ends now, for a reason.</summary>
    public void Pass(DenyReason why)
    {
        lock (gate)
        {
            if (Passed == DenyReason.None)
                Passed = why;
        }
    }

    /// <summary>Is time up?</summary>
    public Expiry Check(long now)
    {
        lock (gate)
        {
            if (idle != long.MaxValue && now - lastActivity >= idle)
            {
                Passed = DenyReason.IdleTimeout;
                return Expiry.All;
            }

            if (now < due)
                return Expiry.None;
            if (Passed == DenyReason.None)
                Passed = reason;
            (var what, due, expiry) = (expiry, now + GraceMilliseconds, Expiry.All);
            return what;
        }
    }
}
