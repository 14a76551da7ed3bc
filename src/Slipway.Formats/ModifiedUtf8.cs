using System.Text;

namespace Slipway.Formats;

/// <summary>
/// The encoding of strings in class files and DEX files: every UTF-16 unit is encoded separately as UTF-8 of one to three bytes, and
/// the zero character in two bytes. Source: The Java Virtual Machine Specification 4.4.7; source.android.com, "Dalvik executable
/// format", MUTF-8. Lone surrogates are legal and are preserved.
/// </summary>
internal static class ModifiedUtf8
{
    /// <summary>Decodes strictly: refuses byte 0, overlong forms and forms of four bytes.</summary>
    /// <returns>The text; null when the bytes are not valid in this encoding.</returns>
    public static string? TryDecode(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
            return bytes.Contains((byte)0) ? null : Encoding.Latin1.GetString(bytes);
        var units = bytes.Length <= 512 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        var count = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var length = DecodeUnit(bytes[at..], out units[count++]);
            if (length == 0)
                return null;
            at += length;
        }

        return new string(units[..count]);
    }

    /// <summary>Number of bytes of <paramref name="text"/>.</summary>
    public static int ByteCount(string text)
    {
        var count = 0;
        foreach (var unit in text)
            count += unit is > '\0' and < '\x80' ? 1 : unit < '\x800' ? 2 : 3;
        return count;
    }

    /// <summary>Encodes into <paramref name="target"/>, which has room for <see cref="ByteCount"/> bytes.</summary>
    public static int Encode(string text, Span<byte> target)
    {
        var at = 0;
        foreach (var unit in text)
        {
            if (unit is > '\0' and < '\x80')
            {
                target[at++] = (byte)unit;
                continue;
            }

            if (unit < '\x800')
            {
                target[at++] = (byte)(0xc0 | (unit >> 6));
            }
            else
            {
                target[at++] = (byte)(0xe0 | (unit >> 12));
                target[at++] = (byte)(0x80 | ((unit >> 6) & 0x3f));
            }

            target[at++] = (byte)(0x80 | (unit & 0x3f));
        }

        return at;
    }

    private static int DecodeUnit(ReadOnlySpan<byte> bytes, out char unit)
    {
        int first = bytes[0];
        unit = (char)first;
        if (first is > 0 and < 0x80)
            return 1;
        if ((first & 0xe0) == 0xc0 && bytes.Length >= 2 && IsTail(bytes[1]))
        {
            unit = (char)(((first & 0x1f) << 6) | (bytes[1] & 0x3f));
            return unit is '\0' or >= '\x80' ? 2 : 0;
        }

        if ((first & 0xf0) != 0xe0 || bytes.Length < 3 || !IsTail(bytes[1]) || !IsTail(bytes[2]))
            return 0;
        unit = (char)(((first & 0x0f) << 12) | ((bytes[1] & 0x3f) << 6) | (bytes[2] & 0x3f));
        return unit >= '\x800' ? 3 : 0;
    }

    private static bool IsTail(byte value) => (value & 0xc0) == 0x80;
}
