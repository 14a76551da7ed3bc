namespace Slipway.Gateway.Configuration;

/// <summary>The limits for clients.</summary>
public sealed record LimitSettings
{
    /// <summary>Concurrent tunnels of one address.</summary>
    public int PerClient { get; init; } = 256;

    /// <summary>New requests of one address within a minute.</summary>
    public int NewPerMinute { get; init; } = 6000;

    /// <summary>Concurrent connections of all clients.</summary>
    public int Total { get; init; } = 20_000;
}
