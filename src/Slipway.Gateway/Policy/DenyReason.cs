namespace Slipway.Gateway.Policy;

/// <summary>Why a request is refused, or a tunnel ended by the gateway.</summary>
public enum DenyReason
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>No rule names the host.</summary>
    NotListed,

    /// <summary>A rule names the host, with other ports.</summary>
    PortNotListed,

    /// <summary>A rule of the deny list names it.</summary>
    ListedAsDenied,

    /// <summary>An address was written instead of a name, and no rule names it.</summary>
    AddressLiteral,

    /// <summary>The name leads to an address that is not public and is not allowed.</summary>
    AddressClass,

    /// <summary>The way leads back to the gateway.</summary>
    Loop,

    /// <summary>The name has no address.</summary>
    NameNotResolved,

    /// <summary>The name in the TLS hello is another one.</summary>
    SniMismatch,

    /// <summary>The TLS hello has no name.</summary>
    SniMissing,

    /// <summary>What was sent is not TLS.</summary>
    NotTls,

    /// <summary>The request breaks the rules of HTTP.</summary>
    BadRequest,

    /// <summary>The client, or all of them, have too many connections.</summary>
    TooManyConnections,

    /// <summary>The client opened too many connections in a minute.</summary>
    TooManyRequests,

    /// <summary>The client may not use the gateway from where it is.</summary>
    ClientNotAllowed,

    /// <summary>The client has to say who it is.</summary>
    Unauthenticated,

    /// <summary>None of the proxies behind this one connected.</summary>
    UpstreamFailed,

    /// <summary>The destination did not accept the connection.</summary>
    ConnectFailed,

    /// <summary>The other side of a forwarded request sent what is not an answer.</summary>
    BadAnswer,

    /// <summary>Something took too long: the request, the hello, the connection.</summary>
    Timeout,

    /// <summary>Nothing went through the tunnel for too long.</summary>
    IdleTimeout,

    /// <summary>The tunnel was open for longer than tunnels may be.</summary>
    TotalTimeout,

    /// <summary>The gateway was stopped.</summary>
    Stopped,
}
