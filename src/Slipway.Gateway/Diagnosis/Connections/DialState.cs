namespace Slipway.Gateway.Diagnosis.Connections;

/// <summary>What became of a connection.</summary>
internal enum DialState
{
    /// <summary>It was made.</summary>
    Open,

    /// <summary>The machine, or a firewall in its name, refused it at once (RST).</summary>
    Refused,

    /// <summary>Nothing came back in time: packets are dropped.</summary>
    Silent,

    /// <summary>A router or firewall said that it may not be, or that nobody is there (ICMP), or this machine's own rules forbid it.</summary>
    Prohibited,

    /// <summary>This machine knows no way to the network.</summary>
    NoRoute,
}
