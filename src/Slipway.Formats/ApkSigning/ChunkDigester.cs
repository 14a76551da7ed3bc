using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// Computes the content digest of v2 and v3: each region is divided into chunks of 1 MiB, the chunks are hashed separately (on all
/// cores), and then the digests of all chunks are hashed. Source: source.android.com, "APK Signature Scheme v2", Integrity-protected
/// contents.
/// </summary>
internal static class ChunkDigester
{
    public static byte[] Digest(ApkContents contents, HashAlgorithmName algorithm, CancellationToken cancellation)
    {
        var entryChunks = Chunks(contents.EntriesEnd);
        var directoryChunks = Chunks(contents.Directory.Length);
        var count = entryChunks + directoryChunks + Chunks(contents.EndRecord.Length);
        var size = CryptographicOperations.HashData(algorithm, []).Length;
        var all = new byte[5 + (count * size)];
        all[0] = ApkSchemes.TopPrefix;
        BinaryPrimitives.WriteInt32LittleEndian(all.AsSpan(1), count);

        Parallel.For(0, entryChunks, new ParallelOptions { CancellationToken = cancellation }, index =>
            DigestFileChunk(contents, index, algorithm, all.AsSpan(5 + (index * size), size)));
        DigestMemory(contents.Directory.Span, algorithm, all.AsSpan(5 + (entryChunks * size)), size);
        DigestMemory(contents.EndRecord.Span, algorithm, all.AsSpan(5 + ((entryChunks + directoryChunks) * size)), size);
        return CryptographicOperations.HashData(algorithm, all);
    }

    private static int Chunks(long length) => (int)((length + ApkSchemes.ChunkSize - 1) / ApkSchemes.ChunkSize);

    private static void DigestFileChunk(ApkContents contents, int index, HashAlgorithmName algorithm, Span<byte> target)
    {
        var offset = (long)index * ApkSchemes.ChunkSize;
        var length = (int)Math.Min(ApkSchemes.ChunkSize, contents.EntriesEnd - offset);
        var buffer = ArrayPool<byte>.Shared.Rent(length + 5);
        contents.File.ReadExactly(offset, buffer.AsSpan(5, length));
        DigestChunk(buffer.AsSpan(0, length + 5), algorithm, target);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static void DigestMemory(ReadOnlySpan<byte> region, HashAlgorithmName algorithm, Span<byte> target, int size)
    {
        var buffer = new byte[5 + Math.Min(region.Length, ApkSchemes.ChunkSize)];
        for (; !region.IsEmpty; target = target[size..])
        {
            var length = Math.Min(region.Length, ApkSchemes.ChunkSize);
            region[..length].CopyTo(buffer.AsSpan(5));
            DigestChunk(buffer.AsSpan(0, length + 5), algorithm, target);
            region = region[length..];
        }
    }

    private static void DigestChunk(Span<byte> prefixed, HashAlgorithmName algorithm, Span<byte> target)
    {
        prefixed[0] = ApkSchemes.ChunkPrefix;
        BinaryPrimitives.WriteInt32LittleEndian(prefixed[1..], prefixed.Length - 5);
        CryptographicOperations.HashData(algorithm, prefixed, target);
    }
}

/// <summary>The three regions of a package that v2 and v3 protect.</summary>
/// <param name="File">The file.</param>
/// <param name="EntriesEnd">End of the entries, where the signing block begins.</param>
/// <param name="Directory">The central directory.</param>
/// <param name="EndRecord">The end record, pointing to <paramref name="EntriesEnd"/> as if there were no signing block.</param>
internal sealed record ApkContents(ByteSource File, long EntriesEnd, ReadOnlyMemory<byte> Directory, ReadOnlyMemory<byte> EndRecord);
