using System.Buffers.Binary;
using SkiaSharp;

namespace Slipway.Build.Resources.Icons;

/// <summary>Reads the orientation in the <c>eXIf</c> chunk of a PNG (PNG third edition, 11.3.4.6), which the codec does not read.</summary>
internal static class PngOrientation
{
    private const int Orientation = 274;
    private const int MostTags = 1000;

    public static SKEncodedOrigin Of(ReadOnlySpan<byte> png)
    {
        for (var rest = png[Math.Min(png.Length, 8)..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (length < 0 || length > rest.Length - 12)
                break;
            if (rest[4..].StartsWith("eXIf"u8))
                return Read(rest.Slice(8, length));
            rest = rest[(length + 12)..];
        }

        return SKEncodedOrigin.TopLeft;
    }

    private static SKEncodedOrigin Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return SKEncodedOrigin.TopLeft;
        var isBig = tiff[0] == 'M';
        var at = Number(tiff[4..], 4, isBig);
        if (at > (uint)tiff.Length - 2)
            return SKEncodedOrigin.TopLeft;
        var tags = tiff[(int)(at + 2)..];
        for (var left = Math.Min(Number(tiff[(int)at..], 2, isBig), MostTags); left > 0 && tags.Length >= 12; left--, tags = tags[12..])
        {
            if (Number(tags, 2, isBig) == Orientation && Number(tags[8..], 2, isBig) is >= 1 and <= 8 and var value)
                return (SKEncodedOrigin)value;
        }

        return SKEncodedOrigin.TopLeft;
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int length, bool isBig) => length == 2
        ? isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes)
        : isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
