namespace Slipway.Gateway.Tunnels;

/// <summary>What ends when a deadline expires.</summary>
internal enum DeadlineKind
{
    /// <summary>Nothing has expired.</summary>
    None,

    /// <summary>Only reading from the client ends; it can still be answered.</summary>
    Receive,

    /// <summary>The whole session ends.</summary>
    All,
}
