using System.Threading.RateLimiting;

namespace Slipway.Server.Limits;

/// <summary>
/// Grants a number of requests in the minute that begins with the first of them. Unlike the framework's limiters, it needs no
/// timer and returns exactly how long to wait.
/// </summary>
internal sealed class MinuteLimiter(long permits, TimeProvider time) : RateLimiter
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private long _windowStart = time.GetTimestamp();
    private long _used;

    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
            {
                var idle = time.GetElapsedTime(_windowStart) - Window;
                return idle > TimeSpan.Zero ? idle : null;
            }
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_gate)
        {
            var elapsed = time.GetElapsedTime(_windowStart);
            if (elapsed >= Window)
            {
                _windowStart = time.GetTimestamp();
                _used = 0;
                elapsed = TimeSpan.Zero;
            }

            if (_used + permitCount > permits)
                return new MinuteLease(Window - elapsed);
            _used += permitCount;
            return MinuteLease.Granted;
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));
}
