using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Limits;

/// <summary>Limits requests with invalid tokens by network address. This slows down guessing, and does not affect callers with valid tokens.</summary>
internal sealed class InvalidTokenLimiter(TimeProvider time) : IDisposable
{
    private const int AMinute = 600;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        context => RateLimitPartition.Get(RequestPartitions.Network(context.Connection.RemoteIpAddress), _ => new MinuteLimiter(AMinute, time)));

    /// <summary>Counts a request with an invalid token.</summary>
    /// <exception cref="ProblemException">There were too many from this address.</exception>
    public void Count(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        if (!lease.IsAcquired)
            throw RequestLimiter.Refuse(lease, "Too many requests without a valid token came from this network address.");
    }

    public void Dispose() => _limiter.Dispose();
}
