using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Server.Install;

/// <summary>
/// Draws an icon for an app: a ring on a colour that depends on the application id, so that apps look different. The service does
/// not use the app's own icon, because it opens no untrusted images.
/// </summary>
internal static class TileIcon
{
    private const double RingRadius = 0.27;
    private const double RingWidth = 0.07;
    private const double Shade = 0.35;
    private const double Lightness = 0.75;
    private const int Channels = 3;
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Returns the icon of an app as PNG.</summary>
    /// <param name="app">Application id.</param>
    /// <param name="side">Width and height in pixels.</param>
    public static byte[] Draw(string app, int side)
    {
        var hue = BinaryPrimitives.ReadUInt16BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(app))) / 65536.0;
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[1 + (side * Channels)];
            for (var y = 0; y < side; y++)
            {
                for (var x = 0; x < side; x++)
                    Pixel((x + 0.5) / side, (y + 0.5) / side, hue, 1.0 / side).CopyTo(row.AsSpan(1 + (x * Channels)));
                deflate.Write(row);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 8;
        header[9] = 2;
        return [.. Signature, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Pixel(double x, double y, double hue, double soft)
    {
        var distance = Math.Abs(Math.Sqrt(((x - 0.5) * (x - 0.5)) + ((y - 0.5) * (y - 0.5))) - RingRadius);
        var ring = Math.Clamp(((RingWidth / 2) - distance) / soft + 0.5, 0, 1);
        var light = Lightness - (Shade * (x + y) / 2);
        var colour = new byte[Channels];
        for (var i = 0; i < Channels; i++)
        {
            var wave = 0.5 + (0.5 * Math.Cos(2 * Math.PI * (hue + (i / 3.0))));
            colour[i] = (byte)Math.Round(255 * ((light * (0.35 + (0.65 * wave)) * (1 - ring)) + ring));
        }

        return colour;
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type).CopyTo(chunk, 4);
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }

        return ~crc;
    }
}
