using System.Buffers.Binary;

namespace Slipway.Formats.ApkSigning;

/// <summary>Reads the sequences that <see cref="LengthPrefixed"/> builds.</summary>
internal sealed class LengthPrefixedReader(ReadOnlyMemory<byte> bytes)
{
    private ReadOnlyMemory<byte> _rest = bytes;

    public bool IsAtEnd => _rest.IsEmpty;

    public ReadOnlyMemory<byte> Rest => _rest;

    public uint UInt32()
    {
        if (_rest.Length < 4)
            throw new MalformedInputException("APK signing block", "a number is cut off");
        var value = BinaryPrimitives.ReadUInt32LittleEndian(_rest.Span);
        _rest = _rest[4..];
        return value;
    }

    public ReadOnlyMemory<byte> Bytes()
    {
        var length = UInt32();
        if (length > (uint)_rest.Length)
            throw new MalformedInputException("APK signing block", "a part is longer than what holds it");
        var part = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return part;
    }

    public LengthPrefixedReader Sequence() => new(Bytes());

    /// <summary>Returns the remaining parts.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> All()
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        while (!IsAtEnd)
            parts.Add(Bytes());
        return parts;
    }

    /// <summary>Returns the remaining pairs of a number and a length-prefixed part.</summary>
    public IReadOnlyList<(uint Id, ReadOnlyMemory<byte> Value)> Numbered()
    {
        var pairs = new List<(uint, ReadOnlyMemory<byte>)>();
        foreach (var part in All())
        {
            var reader = new LengthPrefixedReader(part);
            pairs.Add((reader.UInt32(), reader.Bytes()));
        }

        return pairs;
    }
}
