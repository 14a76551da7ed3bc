using System.Buffers.Binary;

namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>Reads big-endian numbers from one blob with bounds checks.</summary>
/// <param name="bytes">The blob.</param>
/// <param name="what">Its name in messages.</param>
internal sealed class SignatureBlobReader(ReadOnlyMemory<byte> bytes, string what)
{
    public const string Format = "code signature";

    public int Position { get; private set; }

    public int Left => bytes.Length - Position;

    public uint Word() => BinaryPrimitives.ReadUInt32BigEndian(Take(4).Span);

    public ulong Long() => BinaryPrimitives.ReadUInt64BigEndian(Take(8).Span);

    public byte Byte() => Take(1).Span[0];

    public ReadOnlyMemory<byte> Take(uint length)
    {
        if (length > (uint)Left)
            throw Fault("ends too early");
        var taken = bytes.Slice(Position, (int)length);
        Position += (int)length;
        return taken;
    }

    /// <summary>Reads bytes that follow their length and are padded to a multiple of four.</summary>
    public ReadOnlyMemory<byte> Padded()
    {
        var content = Take(Word());
        Take((uint)(-content.Length & 3));
        return content;
    }

    public MalformedInputException Fault(string reason) => new(Format, $"the {what} {reason}", Position);
}
