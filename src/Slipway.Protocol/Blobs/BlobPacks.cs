using System.Buffers.Binary;

namespace Slipway.Protocol.Blobs;

/// <summary>Reads a pack of blobs that <see cref="BlobPackWriter"/> wrote.</summary>
/// <param name="stream">The pack; it may be slow and may break off.</param>
public sealed class BlobPackReader(Stream stream)
{
    private readonly byte[] _header = new byte[BlobPackWriter.HeaderSize];

    /// <summary>Returns the hash and length of the next blob, whose bytes must be read from the stream before the next call; null at the end.</summary>
    /// <exception cref="InvalidDataException">The stream breaks off within a header, or a length is negative.</exception>
    public async ValueTask<(string Sha256, long Length)?> NextAsync(CancellationToken cancellation = default)
    {
        var count = await stream.ReadAtLeastAsync(_header, _header.Length, throwOnEndOfStream: false, cancellation);
        if (count == 0)
            return null;
        var length = BinaryPrimitives.ReadInt64BigEndian(_header.AsSpan(BlobPackWriter.HashSize));
        return count == _header.Length && length >= 0
            ? (Convert.ToHexStringLower(_header.AsSpan(0, BlobPackWriter.HashSize)), length)
            : throw new InvalidDataException("The pack breaks off, or a length in it is negative.");
    }
}

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
