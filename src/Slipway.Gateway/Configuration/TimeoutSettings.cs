namespace Slipway.Gateway.Configuration;

/// <summary>How long the gateway waits.</summary>
public sealed record TimeoutSettings
{
    /// <summary>For the head of a request, and for the first bytes in a tunnel.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For a name to be resolved and a connection to be made.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For the next byte in a tunnel, in either direction.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For a tunnel as a whole; zero for no end.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.Zero;

    /// <summary>For open tunnels when the gateway ends.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);
}
