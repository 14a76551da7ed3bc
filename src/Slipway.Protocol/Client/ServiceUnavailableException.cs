namespace Slipway.Protocol.Client;

/// <summary>The service does not answer, or not for the moment. Trying again may help.</summary>
/// <param name="message">Why, one sentence.</param>
/// <param name="retryAfter">When the service says to try again; null when it says nothing.</param>
/// <param name="inner">What made it known.</param>
public sealed class ServiceUnavailableException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>When the service says to try again; null when it says nothing.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
