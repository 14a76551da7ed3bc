namespace Slipway.Gateway.Tunnels;

/// <summary>Limits on the connections of clients. A client is an address.</summary>
public sealed record ProxyLimits
{
    /// <summary>Open connections of one client.</summary>
    public int OpenPerClient { get; init; } = 256;

    /// <summary>New connections of one client within a minute.</summary>
    public int NewPerMinute { get; init; } = 6_000;

    /// <summary>Open connections of all clients.</summary>
    public int Open { get; init; } = 20_000;
}
