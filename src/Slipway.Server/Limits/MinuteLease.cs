using System.Threading.RateLimiting;

namespace Slipway.Server.Limits;

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
