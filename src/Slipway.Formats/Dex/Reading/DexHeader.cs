namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads header_item.</summary>
internal sealed class DexHeader
{
    private const int Size = 0x70;
    private const int EndianTag = 0x12345678;
    private const int ChecksumOffset = 8;

    /// <summary>The checksum covers all bytes after it.</summary>
    private const int ChecksumStart = 12;

    private static readonly int[] Versions = [35, 37, 38, 39];

    private DexHeader(DexInput input)
    {
        Strings = Table(input, 0x38, 4);
        Types = Table(input, 0x40, 4);
        Protos = Table(input, 0x48, 12);
        Fields = Table(input, 0x50, 8);
        Methods = Table(input, 0x58, 8);
        ClassDefs = Table(input, 0x60, ClassReader.ItemSize);
        Map = input.Count(0x34);
    }

    public int Version { get; private init; }

    public int Map { get; }

    public DexTable Strings { get; }

    public DexTable Types { get; }

    public DexTable Protos { get; }

    public DexTable Fields { get; }

    public DexTable Methods { get; }

    public DexTable ClassDefs { get; }

    public static DexHeader Read(DexInput input)
    {
        var version = ReadVersion(input);
        if (input.Int32(0x20) != input.Length)
            throw input.Malformed("the size in the header is not that of the file", 0x20);

        if (input.Int32(0x24) != Size || input.Int32(0x28) != EndianTag)
            throw input.Malformed("the header is not a little-endian one of 112 bytes", 0x24);

        if (input.Int32(ChecksumOffset) != (int)Adler32.Compute(input.Bytes[ChecksumStart..]))
            throw input.Malformed("the checksum is wrong", ChecksumOffset);

        return new DexHeader(input) { Version = version };
    }

    private static int ReadVersion(DexInput input)
    {
        if (input.Length < Size || !input.Slice(0, 4).SequenceEqual("dex\n"u8) || input.Byte(7) != 0)
            throw input.Malformed("this is not a DEX file", 0);

        var digits = input.Slice(4, 3);
        var version = ((digits[0] - '0') * 100) + ((digits[1] - '0') * 10) + digits[2] - '0';
        return Versions.Contains(version) ? version : throw input.Malformed("the version is none of 035, 037, 038 and 039", 4);
    }

    private static DexTable Table(DexInput input, int offset, int itemSize)
    {
        var (count, start) = (input.Count(offset), input.Count(offset + 4));
        if (count > 0 && (start < Size || start % 4 != 0 || (long)count * itemSize > input.Length - start))
            throw input.Malformed("a table extends beyond the file", offset);

        return new DexTable(count, start);
    }
}

/// <summary>A table of fixed-size items that the header refers to.</summary>
internal readonly record struct DexTable(int Count, int Offset);
