using System.Text.Json;

namespace Slipway.Gateway.Policy;

/// <summary>Why the gateway refuses a request or ends a tunnel.</summary>
public enum DenyReason
{
    /// <summary>The request is not refused.</summary>
    None,

    /// <summary>No rule names the host.</summary>
    NotListed,

    /// <summary>A rule names the host, but other ports.</summary>
    PortNotListed,

    /// <summary>A rule of the deny list names the host.</summary>
    ListedAsDenied,

    /// <summary>The request names an address instead of a host, and no rule covers the address.</summary>
    AddressLiteral,

    /// <summary>The name resolves to an address that is not public and not allowed.</summary>
    AddressClass,

    /// <summary>The destination is the gateway itself.</summary>
    Loop,

    /// <summary>The name has no address.</summary>
    NameNotResolved,

    /// <summary>The TLS hello names another host.</summary>
    SniMismatch,

    /// <summary>The TLS hello names no host.</summary>
    SniMissing,

    /// <summary>The client sent something other than TLS.</summary>
    NotTls,

    /// <summary>The request breaks the rules of HTTP.</summary>
    BadRequest,

    /// <summary>The client, or all clients together, have too many connections.</summary>
    TooManyConnections,

    /// <summary>The client opened too many connections in a minute.</summary>
    TooManyRequests,

    /// <summary>The client's address is not allowed to use the gateway.</summary>
    ClientNotAllowed,

    /// <summary>The client has to authenticate.</summary>
    Unauthenticated,

    /// <summary>None of the parents connected.</summary>
    UpstreamFailed,

    /// <summary>The destination did not accept the connection.</summary>
    ConnectFailed,

    /// <summary>The destination of a forwarded request sent no valid HTTP answer.</summary>
    BadAnswer,

    /// <summary>The request, the hello or the connection took too long.</summary>
    Timeout,

    /// <summary>The tunnel was idle for too long.</summary>
    IdleTimeout,

    /// <summary>The tunnel was open for longer than its time limit.</summary>
    TotalTimeout,

    /// <summary>The gateway was stopped.</summary>
    Stopped,
}

/// <summary>Reasons as they are written to logs and headers; the texts never change.</summary>
public static class DenyReasonTexts
{
    private static readonly string[] Texts = [.. Enum.GetNames<DenyReason>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <summary>The name in lower case, with hyphens: <c>not-listed</c>.</summary>
    public static string Text(this DenyReason reason) => Texts[(int)reason];

    /// <summary>The status of the answer, RFC 9110 section 15.</summary>
    public static int Status(this DenyReason reason) => reason switch
    {
        DenyReason.BadRequest => 400,
        DenyReason.Timeout => 408,
        DenyReason.TooManyConnections or DenyReason.TooManyRequests => 429,
        DenyReason.UpstreamFailed or DenyReason.ConnectFailed or DenyReason.NameNotResolved or DenyReason.BadAnswer => 502,
        _ => 403,
    };
}

/// <summary>The decision of the allow list and the deny list about a destination.</summary>
/// <param name="Reason">Why the destination is refused; <see cref="DenyReason.None"/> when it is allowed.</param>
/// <param name="Rule">The rule that decided; null when none did.</param>
public readonly record struct AllowListVerdict(DenyReason Reason, AllowRule? Rule)
{
    /// <summary>Whether the destination is allowed.</summary>
    public bool IsAllowed => Reason == DenyReason.None;
}
