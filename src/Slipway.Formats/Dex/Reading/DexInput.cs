using System.Buffers.Binary;

namespace Slipway.Formats.Dex.Reading;

/// <summary>
/// Reads the bytes of a DEX file with bounds checks and a budget. Items can share data, so a small file can describe a huge one; the
/// budget limits the data read to a multiple of the file's size.
/// </summary>
internal sealed class DexInput(byte[] bytes, string? where)
{
    private const int BudgetFactor = 64;
    private const int BaseBudget = 1 << 20;

    private long _budget = BaseBudget + ((long)bytes.Length * BudgetFactor);

    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Bytes => bytes;

    public int Byte(int offset) => Slice(offset, 1)[0];

    public int UInt16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    public int Int32(int offset) => BinaryPrimitives.ReadInt32LittleEndian(Slice(offset, 4));

    /// <summary>Reads an unsigned number that is used as a count, index or offset, and refuses numbers from 2^31.</summary>
    public int Count(int offset)
    {
        var value = Int32(offset);
        return value >= 0 ? value : throw Malformed("a number is too large", offset);
    }

    public ReadOnlySpan<byte> Slice(int offset, int length)
    {
        if (offset < 0 || length < 0 || offset > bytes.Length - length)
            throw Malformed("an item extends beyond the end of the file", offset);

        return bytes.AsSpan(offset, length);
    }

    /// <summary>Charges the work for an item to the budget.</summary>
    public void Charge(long work, int offset)
    {
        _budget -= work;
        if (_budget < 0)
            throw Malformed("items share more data than a real file has", offset);
    }

    public MalformedInputException Malformed(string reason, int offset) => new("DEX", reason, offset, where);
}
