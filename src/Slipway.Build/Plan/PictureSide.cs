using System.Buffers.Binary;

namespace Slipway.Build.Plan;

/// <summary>
/// Reads the size of a picture from its first bytes, to choose among pictures before any is decoded. Sizes in a manifest or a
/// config.xml are often missing or wrong.
/// </summary>
internal static class PictureSide
{
    /// <summary>The side of a vector drawing, which can have any size.</summary>
    public const int Any = int.MaxValue;

    /// <summary>Returns the shorter side in pixels; 0 when it is unknown.</summary>
    public static int Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when IsDrawing(bytes) => Any,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Png(bytes),
        [(byte)'G', (byte)'I', (byte)'F', _, _, _, _, _, _, _, ..] => Shorter(Short(bytes[6..]), Short(bytes[8..])),
        [(byte)'B', (byte)'M', ..] and { Length: > 26 } => Shorter(BinaryPrimitives.ReadInt32LittleEndian(bytes[18..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[22..])),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] and { Length: > 30 } => WebP(bytes),
        [0, 0, 1, 0, ..] and { Length: > 6 } => Icon(bytes),
        [0xFF, 0xD8, ..] => Jpeg(bytes),
        _ => 0,
    };

    /// <summary>Returns whether the content is XML and so may be SVG.</summary>
    public static bool IsDrawing(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return start.TrimStart(" \t\r\n"u8).StartsWith("<"u8)
            || bytes is [0xFF, 0xFE, 0x3C, 0, ..] or [0xFE, 0xFF, 0, 0x3C, ..] or [0x3C, 0, _, _, ..] or [0, 0x3C, _, _, ..];
    }

    private static int Png(ReadOnlySpan<byte> bytes)
    {
        // Xcode inserts its own chunk (CgBI) before the header.
        var header = bytes[..Math.Min(bytes.Length, 64)].IndexOf("IHDR"u8);
        return header < 0 || bytes.Length < header + 12
            ? 0
            : Shorter(BinaryPrimitives.ReadInt32BigEndian(bytes[(header + 4)..]), BinaryPrimitives.ReadInt32BigEndian(bytes[(header + 8)..]));
    }

    private static int WebP(ReadOnlySpan<byte> bytes) => bytes[15] switch
    {
        (byte)'X' => Shorter((BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]) & 0xFFFFFF) + 1, (BinaryPrimitives.ReadInt32LittleEndian(bytes[26..]) >>> 8) + 1),
        (byte)'L' => Shorter((BinaryPrimitives.ReadInt32LittleEndian(bytes[21..]) & 0x3FFF) + 1, ((BinaryPrimitives.ReadInt32LittleEndian(bytes[21..]) >>> 14) & 0x3FFF) + 1),
        _ => Shorter(Short(bytes[26..]) & 0x3FFF, Short(bytes[28..]) & 0x3FFF),
    };

    private static int Icon(ReadOnlySpan<byte> bytes)
    {
        var largest = 0;
        for (var entry = bytes[6..]; entry.Length >= 16; entry = entry[16..])
        {
            largest = Math.Max(largest, Shorter(entry[0] == 0 ? 256 : entry[0], entry[1] == 0 ? 256 : entry[1]));
            if ((bytes.Length - entry.Length) / 16 + 1 >= Short(bytes[4..]))
                break;
        }

        return largest;
    }

    private static int Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Shorter(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]));
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return 0;
    }

    private static int Short(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static int Shorter(int width, int height) => Math.Min(width, height == int.MinValue ? 0 : Math.Abs(height));
}
