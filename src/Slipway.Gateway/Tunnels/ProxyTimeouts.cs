namespace Slipway.Gateway.Tunnels;

/// <summary>The timeouts of the proxy, which are checked every half second.</summary>
public sealed record ProxyTimeouts
{
    /// <summary>From the start of the connection to the end of the request's head.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the answer of the proxy to the end of the client's TLS hello.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For looking a name up and connecting to it.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The idle timeout: without a byte in either direction.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.Zero;

    /// <summary>The lifetime of a tunnel; zero for no limit.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);
}
