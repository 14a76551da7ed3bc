namespace Slipway.Gateway.Tunnels;

/// <summary>What ends when time is up.</summary>
internal enum Expiry
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Waiting for the client; it can still be answered.</summary>
    Receive,

    /// <summary>Everything.</summary>
    All,
}
