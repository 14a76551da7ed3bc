using System.Text;

namespace Slipway.Protocol.Text;

/// <summary>
/// Text of variables and small files as people's systems hand it over: a secret of Kubernetes ends with a line end, an .env file
/// saved on Windows leaves a CR, and PowerShell 5 writes a byte order mark, or all of the text in UTF-16.
/// </summary>
public static class GivenText
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The value of a variable that is no password; null when it is not set, or nothing but blanks.</summary>
    public static string? Variable(string name) => Setting(Environment.GetEnvironmentVariable(name));

    /// <summary>A setting without a byte order mark, line ends and blanks around it; null when nothing is left.</summary>
    public static string? Setting(string? text) => text is not null && Plain(text) is { Length: > 0 } plain ? plain : null;

    /// <summary>The password in a variable: blanks belong to it, one line end after it and a byte order mark before it do not.</summary>
    public static string Password(string text)
    {
        var start = text.StartsWith(ByteOrderMark) ? 1 : 0;
        var end = text.EndsWith("\r\n", StringComparison.Ordinal) ? 2 : text.EndsWith('\n') || text.EndsWith('\r') ? 1 : 0;
        return text.Length > start + end ? text[start..^end] : "";
    }

    /// <summary>The text of a file in UTF-8, or in UTF-16 with a byte order mark, which is left out; null when it is neither.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => Utf8.GetString(rest),
                [0xFF, 0xFE, .. var rest] => LittleEndian.GetString(rest),
                [0xFE, 0xFF, .. var rest] => BigEndian.GetString(rest),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a file as UTF-8 without a byte order mark, for readers that know nothing else; what is neither UTF-8 nor UTF-16 stays as it is.</summary>
    public static byte[] ToUtf8(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] && Decode(bytes) is { } text ? Utf8.GetBytes(text) : bytes;

    private static string Plain(string text) => text.Trim().Trim(ByteOrderMark).Trim();
}
