using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;

namespace Slipway.Server.Limits;

/// <summary>Answers 429 when a caller exceeds a rate limit. It runs after authentication, because limits belong to organisations.</summary>
internal sealed class RequestLimiter(RequestDelegate next, RequestPartitions partitions) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = partitions.CreateLimiter();

    public async Task InvokeAsync(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        if (!lease.IsAcquired)
            throw Refuse(lease, context.Features.Get<Caller>() is null ? "Too many requests came from this network address." : "The organisation has used up its requests for this minute.");
        await next(context);
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>Returns the problem, with the time to wait in the header Retry-After.</summary>
    public static ProblemException Refuse(RateLimitLease lease, string message)
    {
        var problem = ServiceProblems.RateLimited.At("request", message);
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
            ? new HttpProblemException(problem, (HeaderNames.RetryAfter, Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture)))
            : new ProblemException(problem);
    }
}
