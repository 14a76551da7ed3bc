namespace Slipway.Gateway.Diagnosis.Connections;

/// <summary>The outcome of an attempt to connect.</summary>
internal enum DialOutcome
{
    /// <summary>The connection was established.</summary>
    Open,

    /// <summary>The destination, or a firewall on its behalf, refused the connection at once (RST).</summary>
    Refused,

    /// <summary>There was no answer in time: packets are dropped.</summary>
    Silent,

    /// <summary>
    /// A router or firewall reported that the connection is prohibited or the host unreachable (ICMP), or this machine's own rules forbid it.
    /// </summary>
    Prohibited,

    /// <summary>This machine has no route to the network.</summary>
    NoRoute,
}
