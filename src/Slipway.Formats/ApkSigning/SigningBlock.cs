using System.Buffers.Binary;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// The APK signing block between entries and central directory: size, pairs of number and value, size again, magic. Source:
/// source.android.com, "APK Signature Scheme v2", APK Signing Block.
/// </summary>
internal static class SigningBlock
{
    private const int PairHeader = 12;
    private const int Frame = 8 + 8 + 16;

    /// <summary>Builds the block, padded to a multiple of 4096 bytes.</summary>
    public static byte[] Build(IReadOnlyList<(uint Id, byte[] Value)> pairs)
    {
        var used = Frame + pairs.Sum(pair => PairHeader + pair.Value.Length);
        var padding = (ApkSchemes.BlockAlignment - (used % ApkSchemes.BlockAlignment)) % ApkSchemes.BlockAlignment;
        if (padding is > 0 and < PairHeader)
            padding += ApkSchemes.BlockAlignment;
        var block = new byte[used + padding];
        BinaryPrimitives.WriteInt64LittleEndian(block, block.Length - 8);
        var rest = block.AsSpan(8);
        foreach (var (id, value) in pairs)
            rest = WritePair(rest, id, value);
        if (padding > 0)
            rest = WritePair(rest, ApkSchemes.PaddingBlock, new byte[padding - PairHeader]);
        BinaryPrimitives.WriteInt64LittleEndian(rest, block.Length - 8);
        ApkSchemes.Magic.CopyTo(rest[8..]);
        return block;
    }

    private static Span<byte> WritePair(Span<byte> target, uint id, ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, 4 + value.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], id);
        value.CopyTo(target[PairHeader..]);
        return target[(PairHeader + value.Length)..];
    }
}
