namespace Slipway.Gateway.Diagnosis.Tls;

/// <summary>The answer to a ClientHello.</summary>
internal enum HelloOutcome
{
    /// <summary>The handshake continues.</summary>
    Answered,

    /// <summary>The server understood the hello and refused it.</summary>
    Alert,

    /// <summary>The answer is not TLS.</summary>
    NotTls,

    /// <summary>The connection was reset.</summary>
    Reset,

    /// <summary>The connection was closed without an answer.</summary>
    Closed,

    /// <summary>There was no answer in time.</summary>
    Silent,

    /// <summary>The connection could not be established.</summary>
    NotConnected,
}
