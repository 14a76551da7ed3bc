namespace Slipway.Gateway.Configuration;

/// <summary>How much a client may take of the gateway.</summary>
public sealed record LimitSettings
{
    /// <summary>Tunnels of one address at the same time.</summary>
    public int PerClient { get; init; } = 256;

    /// <summary>New requests of one address in a minute.</summary>
    public int NewPerMinute { get; init; } = 6000;

    /// <summary>Connections of all clients at the same time.</summary>
    public int Total { get; init; } = 20_000;
}
