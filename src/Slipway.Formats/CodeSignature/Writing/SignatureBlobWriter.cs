using System.Buffers.Binary;

namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>Writes blobs of a code signature: a magic number, a length and a payload, all big-endian (xnu, osfmk/kern/cs_blobs.h).</summary>
internal static class SignatureBlobWriter
{
    public const int HeaderSize = 8;

    private const int IndexEntrySize = 8;

    /// <summary>Returns a blob with a payload.</summary>
    public static byte[] Wrap(uint magic, ReadOnlySpan<byte> payload)
    {
        var blob = new byte[HeaderSize + payload.Length];
        WriteHeader(blob, magic);
        payload.CopyTo(blob.AsSpan(HeaderSize));
        return blob;
    }

    /// <summary>Returns a blob that holds other blobs, each with the number of its slot.</summary>
    public static byte[] Join(uint magic, params IReadOnlyList<(uint Slot, byte[] Blob)> parts)
    {
        var offset = HeaderSize + sizeof(uint) + parts.Count * IndexEntrySize;
        var joined = new byte[offset + parts.Sum(part => part.Blob.Length)];
        WriteHeader(joined, magic);
        BinaryPrimitives.WriteInt32BigEndian(joined.AsSpan(HeaderSize), parts.Count);
        var index = joined.AsSpan(HeaderSize + sizeof(uint));
        foreach (var (slot, blob) in parts)
        {
            BinaryPrimitives.WriteUInt32BigEndian(index, slot);
            BinaryPrimitives.WriteInt32BigEndian(index[4..], offset);
            blob.CopyTo(joined, offset);
            offset += blob.Length;
            index = index[IndexEntrySize..];
        }

        return joined;
    }

    /// <summary>Writes the magic number and the length of a complete blob.</summary>
    public static void WriteHeader(Span<byte> blob, uint magic)
    {
        BinaryPrimitives.WriteUInt32BigEndian(blob, magic);
        BinaryPrimitives.WriteInt32BigEndian(blob[4..], blob.Length);
    }
}
