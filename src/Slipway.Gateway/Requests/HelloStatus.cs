namespace Slipway.Gateway.Requests;

/// <summary>How far the first message of a TLS client was read.</summary>
public enum HelloStatus
{
    /// <summary>There is more to come.</summary>
    Incomplete,

    /// <summary>It is not TLS, or not as TLS has to be.</summary>
    NotTls,

    /// <summary>It is there.</summary>
    Complete,
}
