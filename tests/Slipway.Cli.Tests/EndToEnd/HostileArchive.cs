using System.Buffers.Binary;
using System.Text;

namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>Writes zip archives as nobody should: stored entries with any name, twice or as links.</summary>
internal static class HostileArchive
{
    private const uint RegularFile = 0x81A40000;

    public const uint SymbolicLink = 0xA1FF0000;

    public static byte[] Of(params (string Name, string Content, uint Mode)[] entries)
    {
        var file = new MemoryStream();
        var directory = new MemoryStream();
        foreach (var (name, content, mode) in entries)
        {
            var offset = (uint)file.Position;
            var common = Common(Encoding.UTF8.GetBytes(content), Encoding.UTF8.GetByteCount(name));
            file.Write([0x50, 0x4b, 3, 4, .. common, .. Encoding.UTF8.GetBytes(name), .. Encoding.UTF8.GetBytes(content)]);
            var tail = new byte[14];
            BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(6), mode == 0 ? RegularFile : mode);
            BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(10), offset);
            directory.Write([0x50, 0x4b, 1, 2, 20, 3, .. common, .. tail, .. Encoding.UTF8.GetBytes(name)]);
        }

        var end = new byte[22];
        "PK\x05\x06"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)entries.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)entries.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directory.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)file.Length);
        return [.. file.ToArray(), .. directory.ToArray(), .. end];
    }

    private static byte[] Common(byte[] content, int nameLength)
    {
        var common = new byte[26];
        common[0] = 20;
        common[3] = 8;
        BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(10), Crc32(content));
        BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(14), (uint)content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(18), (uint)content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(common.AsSpan(22), (ushort)nameLength);
        return common;
    }

    /// <summary>The checksum of ZIP and of PNG.</summary>
    public static uint Crc32(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(crc & 1));
        }

        return ~crc;
    }
}
