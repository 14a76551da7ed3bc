using System.Text.Json;

namespace Slipway.Gateway.Policy;

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
