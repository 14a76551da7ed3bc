namespace Slipway.Gateway.Diagnosis.Tls;

/// <summary>What comes back for a hello.</summary>
internal enum HelloOutcome
{
    /// <summary>The handshake goes on.</summary>
    Answered,

    /// <summary>The other side understood it and does not want it.</summary>
    Alert,

    /// <summary>Something that is not TLS.</summary>
    NotTls,

    /// <summary>The connection was reset.</summary>
    Reset,

    /// <summary>The connection was closed without a word.</summary>
    Closed,

    /// <summary>Nothing came in time.</summary>
    Silent,

    /// <summary>There was no connection to send it on.</summary>
    NotConnected,
}
