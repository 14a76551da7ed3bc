namespace Slipway.Protocol.Client;

/// <summary>The service does not answer at present. A retry may succeed.</summary>
/// <param name="message">The reason, one sentence.</param>
/// <param name="retryAfter">The service's Retry-After; null if it sent none.</param>
/// <param name="inner">The exception behind it.</param>
public sealed class ServiceUnavailableException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The service's Retry-After; null if it sent none.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>The lease was lost: another worker has the build, or the build has ended. The service ignores this worker's further writes to it.</summary>
public sealed class LeaseLostException() : Exception("The lease was lost.");
