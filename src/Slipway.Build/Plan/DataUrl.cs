using System.Buffers.Text;
using System.Text;

namespace Slipway.Build.Plan;

/// <summary>Decodes pictures in data: addresses (RFC 2397), as tolerantly as the Fetch standard's "data: URL processor".</summary>
internal static class DataUrl
{
    private const string Scheme = "data:";

    public static bool IsInline(string address) => address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the bytes in a data: address; null when it cannot be decoded.</summary>
    public static byte[]? Decode(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
            return null;
        var body = Unescape(address.AsSpan(comma + 1));
        return address.AsSpan(0, comma).TrimEnd().EndsWith("base64", StringComparison.OrdinalIgnoreCase) ? FromBase64(body) : body;
    }

    // Uri.UnescapeDataString does not fit here: the bytes need not be text, and a lone % must stay.
    private static byte[] Unescape(ReadOnlySpan<char> text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ToArray());
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == '%' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]))
            {
                bytes[length++] = (byte)((Digit(bytes[at + 1]) << 4) | Digit(bytes[at + 2]));
                at += 2;
            }
            else
            {
                bytes[length++] = bytes[at];
            }
        }

        return bytes[..length];
    }

    private static int Digit(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    private static byte[]? FromBase64(byte[] text)
    {
        var compact = Array.FindAll(text, c => c is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'='));
        byte[] padded = [.. compact, .. "==="u8[..((4 - compact.Length % 4) % 4)]];
        return Base64.DecodeFromUtf8InPlace(padded, out var length) == System.Buffers.OperationStatus.Done ? padded[..length] : null;
    }
}
