using System.Buffers;

namespace Slipway.Formats.Zip;

/// <summary>
/// Packs one item that is too large for memory: block by block, several in parallel, each deflated and cached separately. The first
/// block decides whether the item is deflated.
/// </summary>
internal sealed class LargeItemPacker(ZipOutput output, PackSettings settings, CancellationToken cancellation)
{
    /// <summary>Distinguishes blocks from whole files in the cache, because the deflated form of a block has no last-block mark.</summary>
    private const int BlockLevelFlag = 0x100;

    /// <summary>Limit on the blocks in memory at the same time, regardless of the number of cores.</summary>
    private const int MaxPending = 8;

    private readonly Queue<(byte[] Buffer, Task<DeflatedContent> Work)> _pending = new();
    private uint _crc;
    private long _size;

    /// <summary>Writes the item; returns the known and requested hashes of its content.</summary>
    public (ContentHash? Sha256, Sha1Hash? Sha1) Pack(ZipItem item)
    {
        using var content = item.Open();
        using var hash = new ContentHasher(item, settings);
        var first = ReadBlock(content, hash, out var length);
        var deflated = item.Compress ? Deflate(first, length) : default;
        var method = item.Compress && Deflater.Helps(deflated.Bytes.Length, length) ? ZipMethod.Deflate : ZipMethod.Store;
        var entry = new ZipEntryHeader(item.Name, method) { Size = item.Length, IsExecutable = item.IsExecutable };
        output.Begin(entry, item.Alignment);
        var start = output.Position;
        output.Append(method == ZipMethod.Deflate ? deflated.Bytes.Span : first.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(first);
        if (method == ZipMethod.Deflate)
            DeflateRest(content, hash);
        else
            StoreRest(content, hash);
        if (_size != item.Length)
            throw ItemPacker.LengthChanged(item);
        entry.Crc = _crc;
        entry.PackedSize = output.Position - start;
        output.End(entry);
        return hash.Finish();
    }

    private void StoreRest(Stream content, ContentHasher hash)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = ReadBlock(content, hash, out var length);
            output.Append(block.AsSpan(0, length));
            ArrayPool<byte>.Shared.Return(block);
            if (length == 0)
                return;
        }
    }

    private void DeflateRest(Stream content, ContentHasher hash)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = ReadBlock(content, hash, out var length);
            if (length == 0)
                break;
            WriteUntil(Math.Min(Environment.ProcessorCount, MaxPending) - 1);
            _pending.Enqueue((block, Task.Run(() => Deflate(block, length), cancellation)));
        }

        WriteUntil(0);
        output.Append(Deflater.LastBlock);
    }

    private void WriteUntil(int count)
    {
        while (_pending.Count > count)
        {
            var (buffer, work) = _pending.Dequeue();
            output.Append(work.GetAwaiter().GetResult().Bytes.Span);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private DeflatedContent Deflate(byte[] block, int length)
    {
        var content = block.AsSpan(0, length);
        if (!settings.Cache.IsUseful)
            return Deflater.Block(content, settings.Level);
        var hash = ContentHash.Of(content);
        if (settings.Cache.TryGet(hash, settings.Level | BlockLevelFlag, out var found))
            return found;
        var deflated = Deflater.Block(content, settings.Level);
        settings.Cache.Put(hash, settings.Level | BlockLevelFlag, deflated);
        return deflated;
    }

    private byte[] ReadBlock(Stream content, ContentHasher hash, out int length)
    {
        var block = ArrayPool<byte>.Shared.Rent(PackSettings.LargeBlockSize);
        length = content.ReadAtLeast(block.AsSpan(0, PackSettings.LargeBlockSize), PackSettings.LargeBlockSize, throwOnEndOfStream: false);
        var read = block.AsSpan(0, length);
        _crc = Crc32.Append(_crc, read);
        _size += length;
        hash.Append(read);
        return block;
    }
}
