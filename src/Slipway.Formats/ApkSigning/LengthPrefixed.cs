using System.Buffers.Binary;

namespace Slipway.Formats.ApkSigning;

/// <summary>Builds the nested sequences of a signing block: every part follows its length, a 32-bit little-endian number.</summary>
internal static class LengthPrefixed
{
    public static byte[] Of(params ReadOnlySpan<byte[]> parts)
    {
        var size = 0;
        foreach (var part in parts)
            size += part.Length;
        var bytes = new byte[4 + size];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, size);
        var at = 4;
        foreach (var part in parts)
        {
            part.CopyTo(bytes, at);
            at += part.Length;
        }

        return bytes;
    }

    public static byte[] UInt32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
