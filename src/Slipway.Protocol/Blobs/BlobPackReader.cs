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
