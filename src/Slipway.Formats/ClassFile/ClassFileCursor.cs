using System.Buffers.Binary;

namespace Slipway.Formats.ClassFile;

/// <summary>Reads big-endian numbers from a part of a class file and never beyond it.</summary>
/// <param name="bytes">The part.</param>
/// <param name="origin">Offset of the part in the file, for messages.</param>
/// <param name="where">The class, for messages.</param>
internal ref struct ClassFileCursor(ReadOnlySpan<byte> bytes, int origin, string? where)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public readonly int Remaining => _bytes.Length - Position;

    public readonly string? Where { get; } = where;

    /// <summary>Position in the whole file.</summary>
    public readonly int Offset => origin + Position;

    public int U1() => Take(1)[0];

    public int U2() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public int S1() => (sbyte)Take(1)[0];

    public int S2() => BinaryPrimitives.ReadInt16BigEndian(Take(2));

    public int S4() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    public long S8() => BinaryPrimitives.ReadInt64BigEndian(Take(8));

    public ReadOnlySpan<byte> Take(int count)
    {
        if ((uint)count > (uint)Remaining)
            throw Malformed("the data ends too early");
        var taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }

    /// <summary>Takes a part that follows its length, a number of four bytes.</summary>
    public ClassFileCursor TakePart()
    {
        var length = S4();
        var start = Offset;
        return new ClassFileCursor(Take(length), start, Where);
    }

    public readonly void ExpectEnd(string what)
    {
        if (Remaining != 0)
            throw Malformed($"{what} is longer than its content");
    }

    public readonly ClassFileException Malformed(string reason, ClassFileFault fault = ClassFileFault.Malformed) => new(fault, reason, Offset, Where);
}
