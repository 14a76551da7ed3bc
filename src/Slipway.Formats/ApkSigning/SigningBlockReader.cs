using System.Buffers.Binary;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>Finds the signing block before the central directory and parses its pairs.</summary>
internal sealed class SigningBlockReader
{
    private const int Footer = 24;
    private const int MaxSize = 64 << 20;

    private SigningBlockReader(long start, IReadOnlyDictionary<uint, ReadOnlyMemory<byte>> pairs)
    {
        Start = start;
        Pairs = pairs;
    }

    /// <summary>Offset of the block.</summary>
    public long Start { get; }

    public IReadOnlyDictionary<uint, ReadOnlyMemory<byte>> Pairs { get; }

    /// <summary>Reads the signing block; returns null when there is none.</summary>
    /// <exception cref="MalformedInputException">The signing block is malformed.</exception>
    public static SigningBlockReader? Find(ByteSource source, long directoryOffset)
    {
        if (directoryOffset < Footer + 8)
            return null;
        var footer = source.ReadExactly(directoryOffset - Footer, Footer);
        if (!footer.AsSpan(8).SequenceEqual(ApkSchemes.Magic))
            return null;
        var size = BinaryPrimitives.ReadInt64LittleEndian(footer);
        if (size < Footer || size > MaxSize || size > directoryOffset - 8)
            throw new MalformedInputException("APK signing block", "its size is impossible", directoryOffset - Footer);
        var start = directoryOffset - size - 8;
        var block = source.ReadExactly(start, (int)size + 8);
        if (BinaryPrimitives.ReadInt64LittleEndian(block) != size)
            throw new MalformedInputException("APK signing block", "its two sizes differ", start);
        return new SigningBlockReader(start, ReadPairs(block.AsMemory(8, block.Length - 8 - Footer), start + 8));
    }

    private static Dictionary<uint, ReadOnlyMemory<byte>> ReadPairs(ReadOnlyMemory<byte> rest, long offset)
    {
        var pairs = new Dictionary<uint, ReadOnlyMemory<byte>>();
        while (!rest.IsEmpty)
        {
            var length = rest.Length < 12 ? 0 : BinaryPrimitives.ReadInt64LittleEndian(rest.Span);
            if (length < 4 || length > rest.Length - 8)
                throw new MalformedInputException("APK signing block", "a pair has an impossible length", offset);
            if (!pairs.TryAdd(BinaryPrimitives.ReadUInt32LittleEndian(rest.Span[8..]), rest[12..(int)(8 + length)]))
                throw new MalformedInputException("APK signing block", "a number occurs twice", offset);
            rest = rest[(int)(8 + length)..];
            offset += 8 + length;
        }

        return pairs;
    }
}
