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

/// <summary>The result of a rate limiter: a granted request, or the time to wait.</summary>
/// <param name="retryAfter">How long to wait; null if the request was granted.</param>
internal sealed class MinuteLease(TimeSpan? retryAfter) : RateLimitLease
{
    public static MinuteLease Granted { get; } = new(null);

    public override bool IsAcquired => retryAfter is null;

    public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
        return metadata is not null;
    }
}
