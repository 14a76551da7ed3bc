using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace Slipway.Build.Tests.Resources.Icons;

/// <summary>Makes files of pictures in the kinds that browsers show.</summary>
internal static class RasterPictures
{
    /// <summary>A square whose left half is red and whose right half is blue, with a green corner at the top left.</summary>
    public static byte[] Encode(SKEncodedImageFormat format, int side = 64)
    {
        using var bitmap = Flag(side);
        using var data = bitmap.Encode(format, 100);
        return data.ToArray();
    }

    public static SKBitmap Flag(int side)
    {
        var bitmap = new SKBitmap(side, side);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var paint = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, side / 2, side, paint);
        paint.Color = SKColors.Lime;
        canvas.DrawRect(0, 0, side / 4, side / 4, paint);
        return bitmap;
    }

    /// <summary>The orientation as a block of EXIF: a little-endian TIFF with one tag.</summary>
    public static byte[] Exif(int orientation) =>
        [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] JpegTurned(int orientation)
    {
        var jpeg = Encode(SKEncodedImageFormat.Jpeg);
        byte[] exif = [.. "Exif\0\0"u8, .. Exif(orientation)];
        return [0xFF, 0xD8, 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <summary>Rows of samples as PNG, after its own header.</summary>
    public static byte[] Png(int side, byte depth, byte colour, byte[] rows, params (string Type, byte[] Content)[] chunks)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = depth;
        header[9] = colour;
        var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(rows);

        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. chunks.SelectMany(c => Chunk(c.Type, c.Content)), .. Chunk("IDAT", deflated.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>An icon of Windows that holds pictures as PNG.</summary>
    public static byte[] Ico(params int[] sides)
    {
        byte[][] pictures = [.. sides.Select(side => Encode(SKEncodedImageFormat.Png, side))];
        var file = new List<byte>([0, 0, 1, 0, (byte)sides.Length, 0]);
        var at = 6 + (16 * sides.Length);
        for (var i = 0; i < sides.Length; i++)
        {
            var entry = new byte[16];
            entry[0] = entry[1] = (byte)sides[i];
            entry[4] = 1;
            entry[6] = 32;
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(8), pictures[i].Length);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(12), at);
            file.AddRange(entry);
            at += pictures[i].Length;
        }

        return [.. file, .. pictures.SelectMany(p => p)];
    }

    /// <summary>A square of one colour as a bitmap of Windows.</summary>
    public static byte[] Bmp(int side, byte red, byte green, byte blue)
    {
        var header = new byte[54];
        "BM"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(2), 54 + (side * side * 4));
        header[10] = 54;
        header[14] = 40;
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(18), side);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(22), side);
        header[26] = 1;
        header[28] = 32;
        return [.. header, .. Enumerable.Repeat<byte[]>([blue, green, red, 0], side * side).SelectMany(p => p)];
    }

    /// <summary>A picture of one pixel that moves: two frames, red and then blue.</summary>
    public static byte[] Gif() =>
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255,
        0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0,
        0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4C, 1, 0, 0x3B,
    ];

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. content];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(body));
        return [.. length, .. body, .. crc];
    }

    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
