using System.Buffers.Binary;

namespace Slipway.Protocol.Blobs;

/// <summary>
/// Writes contents one after another: 32 bytes of SHA-256, the length in 8 bytes, big-endian, the content. Nothing is
/// compressed or signed: who reads checks each content against its hash.
/// </summary>
public static class BlobPackWriter
{
    internal const int HashSize = 32;
    internal const int HeaderSize = HashSize + sizeof(long);

    /// <summary>The header of a content.</summary>
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
