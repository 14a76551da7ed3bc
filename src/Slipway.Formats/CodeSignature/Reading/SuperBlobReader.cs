using System.Buffers.Binary;

namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>
/// The index of a super blob: magic, length, count, then pairs of type and offset (xnu, osfmk/kern/cs_blobs.h, CS_SuperBlob). Parts
/// must lie inside the super blob without overlapping, and each type must occur at most once.
/// </summary>
internal static class SuperBlobReader
{
    private const int HeaderSize = 12;
    private const int IndexSize = 8;

    public static List<SignatureBlob> Read(ReadOnlyMemory<byte> bytes, uint magic, string what, int most)
    {
        var reader = new SignatureBlobReader(bytes, what);
        if (reader.Word() != magic)
            throw reader.Fault($"does not begin with 0x{magic:x8}");
        var length = reader.Word();
        if (length < HeaderSize || length > bytes.Length)
            throw reader.Fault($"has a stated length of {length} bytes, but has {bytes.Length}");
        var count = reader.Word();
        if (count > most || count * (long)IndexSize > length - HeaderSize)
            throw reader.Fault($"counts {count} parts");
        var blobs = new List<(int Offset, SignatureBlob Blob)>((int)count);
        for (var i = 0; i < count; i++)
        {
            var slot = reader.Word();
            var offset = reader.Word();
            if (blobs.Exists(b => (uint)b.Blob.Slot == slot))
                throw reader.Fault($"has two parts of type 0x{slot:x}");
            blobs.Add(((int)offset, Part(reader, bytes[..(int)length], (SignatureSlot)slot, offset, HeaderSize + (count * IndexSize))));
        }

        CheckOverlap(reader, blobs);
        return [.. blobs.Select(b => b.Blob)];
    }

    private static SignatureBlob Part(SignatureBlobReader reader, ReadOnlyMemory<byte> bytes, SignatureSlot slot, uint offset, long first)
    {
        if (offset < first || offset > bytes.Length - SignatureBlob.HeaderSize)
            throw reader.Fault($"has a part of type 0x{(uint)slot:x} outside its bounds");
        var part = bytes[(int)offset..];
        var length = BinaryPrimitives.ReadUInt32BigEndian(part.Span[4..]);
        if (length < SignatureBlob.HeaderSize || length > part.Length)
            throw reader.Fault($"has a part of type 0x{(uint)slot:x} that reaches beyond its end");
        return new SignatureBlob(slot, BinaryPrimitives.ReadUInt32BigEndian(part.Span), part[..(int)length]);
    }

    private static void CheckOverlap(SignatureBlobReader reader, List<(int Offset, SignatureBlob Blob)> blobs)
    {
        var end = 0;
        foreach (var (offset, blob) in blobs.OrderBy(b => b.Offset))
        {
            if (offset < end)
                throw reader.Fault("has parts that overlap");
            end = offset + blob.Bytes.Length;
        }
    }
}
