using System.Buffers;

namespace Slipway.Gateway.Relay;

/// <summary>
/// The target of a request as received (RFC 9112, 3.2). Only targets that every program on the path reads in the same way are passed, so
/// that the relay can judge them and send them on byte for byte.
/// </summary>
public static class RequestTarget
{
    // pchar of RFC 3986 without ";", with which some servers separate parameters of a segment.
    private static readonly SearchValues<char> PathCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,=:@/%");

    // Some programs decode twice, so a second decoding must not produce a special character either.
    private static readonly string[] Special = ["%2f", "%5c", "%2e", "%3b", "%7f", "%25"];
    private static readonly string[] TwiceEncoded = ["%252f", "%255c", "%252e", "%253b", "%2525", "%2500"];

    /// <summary>Returns the path of a target; null when it can be read in two ways.</summary>
    public static string? PathOf(string target)
    {
        if (target.Length == 0 || target[0] != '/')
            return null;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        if (path.AsSpan().ContainsAnyExcept(PathCharacters) || !IsPrintable(target.AsSpan(path.Length)))
            return null;
        return HasOddSegment(path) || !IsPlainlyEncoded(path) ? null : path;
    }

    private static bool IsPrintable(ReadOnlySpan<char> query) => !query.ContainsAnyExceptInRange('!', '~') && !query.Contains('#');

    private static bool HasOddSegment(string path)
    {
        var segments = path[1..].Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            // One slash at the end is allowed; it marks a folder.
            if (segments[i] is "." or ".." || (segments[i].Length == 0 && (i < segments.Length - 1 || i == 0 && path.Length > 1)))
                return true;
        }

        return false;
    }

    private static bool IsPlainlyEncoded(string path)
    {
        for (var i = path.IndexOf('%', StringComparison.Ordinal); i >= 0; i = path.IndexOf('%', i + 1))
        {
            if (i + 2 >= path.Length || !char.IsAsciiHexDigit(path[i + 1]) || !char.IsAsciiHexDigit(path[i + 2]))
                return false;
            if (path[i + 1] is '0' or '1')
                return false;
            var code = path.AsSpan(i, 3);
            foreach (var special in Special)
            {
                if (code.Equals(special, StringComparison.OrdinalIgnoreCase) && (special != "%25" || IsTwiceEncoded(path.AsSpan(i))))
                    return false;
            }
        }

        return true;
    }

    private static bool IsTwiceEncoded(ReadOnlySpan<char> rest)
    {
        foreach (var code in TwiceEncoded)
        {
            if (rest.StartsWith(code, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
