namespace Slipway.Formats.ClassFile;

/// <summary>
/// Encodes strings of a constant pool: every UTF-16 code unit separately as UTF-8, and U+0000 in two bytes (JVMS 4.4.7).
/// </summary>
internal static class ModifiedUtf8Encoder
{
    public static byte[] Encode(string text)
    {
        var bytes = new byte[text.Length * 3];
        var length = 0;
        foreach (var unit in text)
            length += Encode(unit, bytes.AsSpan(length));

        return bytes[..length];
    }

    private static int Encode(char unit, Span<byte> to)
    {
        if (unit is > '\0' and < '\u0080')
        {
            to[0] = (byte)unit;
            return 1;
        }

        if (unit < '\u0800')
        {
            to[0] = (byte)(0xC0 | (unit >> 6));
            to[1] = (byte)(0x80 | (unit & 0x3F));
            return 2;
        }

        to[0] = (byte)(0xE0 | (unit >> 12));
        to[1] = (byte)(0x80 | ((unit >> 6) & 0x3F));
        to[2] = (byte)(0x80 | (unit & 0x3F));
        return 3;
    }
}
