namespace Slipway.Gateway.Configuration;

/// <summary>The timeouts of the gateway.</summary>
public sealed record TimeoutSettings
{
    /// <summary>For the head of a request and for the TLS hello in a tunnel.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For resolving a name and connecting to it.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The idle timeout of a tunnel, in both directions.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The lifetime of a tunnel; zero for no limit.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.Zero;

    /// <summary>For open tunnels to end when the gateway stops.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);
}
