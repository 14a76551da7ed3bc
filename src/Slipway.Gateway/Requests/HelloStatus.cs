namespace Slipway.Gateway.Requests;

/// <summary>The state of reading a TLS ClientHello.</summary>
public enum HelloStatus
{
    /// <summary>The message is not complete yet.</summary>
    Incomplete,

    /// <summary>The data is not valid TLS.</summary>
    NotTls,

    /// <summary>The message is complete.</summary>
    Complete,
}
