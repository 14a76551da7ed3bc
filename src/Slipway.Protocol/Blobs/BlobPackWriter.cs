using System.Buffers.Binary;

namespace Slipway.Protocol.Blobs;

/// <summary>
/// Writes a pack of blobs, one after another: 32 bytes of SHA-256, the length in 8 bytes, big-endian, then the bytes. The pack is
/// neither compressed nor signed: the reader checks each blob against its hash.
/// </summary>
public static class BlobPackWriter
{
    internal const int HashSize = 32;
    internal const int HeaderSize = HashSize + sizeof(long);

    /// <summary>Returns the header of a blob.</summary>
    /// <param name="sha256">Hash in hexadecimal digits.</param>
    /// <param name="length">Length in bytes.</param>
    public static byte[] Header(string sha256, long length)
    {
        var header = new byte[HeaderSize];
        Convert.FromHexString(sha256, header, out _, out _);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(HashSize), length);
        return header;
    }
}
