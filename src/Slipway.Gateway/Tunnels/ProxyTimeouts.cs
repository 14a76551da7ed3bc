namespace Slipway.Gateway.Tunnels;

/// <summary>How long things may take. They are looked at every half second.</summary>
public sealed record ProxyTimeouts
{
    /// <summary>From the connection to the end of the request's head, and from the answer to the end of the client's TLS hello.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For looking a name up and connecting.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Without a byte in either direction.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For a tunnel as a whole; zero for no end.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.Zero;

    /// <summary>For open tunnels when the gateway ends.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);
}
