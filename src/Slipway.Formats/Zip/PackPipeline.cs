namespace Slipway.Formats.Zip;

/// <summary>
/// Packs items on all cores and writes them in the order given. The bytes in progress bound the memory, not the size of the app. The
/// output does not depend on which core finishes first.
/// </summary>
internal sealed class PackPipeline(ZipOutput output, PackSettings settings, CancellationToken cancellation)
{
    private readonly Queue<(ZipItem Item, Task<PackedItem> Work)> _pending = new();
    private readonly Dictionary<string, ContentHash> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sha1Hash> _sha1Hashes = new(StringComparer.Ordinal);
    private long _bytesInWork;

    /// <summary>Hashes of contents by name, if known or requested.</summary>
    public IReadOnlyDictionary<string, ContentHash> Hashes => _hashes;

    /// <summary>SHA-1 hashes of contents by name, if known or requested.</summary>
    public IReadOnlyDictionary<string, Sha1Hash> Sha1Hashes => _sha1Hashes;

    public void Run(IReadOnlyList<ZipItem> items)
    {
        try
        {
            foreach (var item in items)
                Enqueue(item);
            WriteUntil(room: 0, count: 0);
        }
        finally
        {
            Task.WhenAll(_pending.Select(pending => pending.Work)).ContinueWith(
                static finished => finished.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private void Enqueue(ZipItem item)
    {
        cancellation.ThrowIfCancellationRequested();
        if (item.Length > PackSettings.LargestInMemory)
        {
            WriteUntil(room: 0, count: 0);
            var (hash, sha1) = new LargeItemPacker(output, settings, cancellation).Pack(item);
            Remember(item, hash, sha1);
            return;
        }

        WriteUntil(PackSettings.Window - item.Length, settings.MaxPending - 1);
        _pending.Enqueue((item, Task.Run(() => ItemPacker.Pack(item, settings), cancellation)));
        _bytesInWork += item.Length;
    }

    private void WriteUntil(long room, int count)
    {
        while (_pending.Count > count || _bytesInWork > room)
        {
            var (item, work) = _pending.Dequeue();
            _bytesInWork -= item.Length;
            Write(item, work.GetAwaiter().GetResult());
        }
    }

    private void Write(ZipItem item, PackedItem packed)
    {
        var entry = new ZipEntryHeader(item.Name, packed.Method) { Crc = packed.Crc, Size = item.Length, IsExecutable = item.IsExecutable };
        output.Add(entry, item.Alignment, packed.Data.Span);
        Remember(item, packed.Hash, packed.Sha1);
    }

    private void Remember(ZipItem item, ContentHash? hash, Sha1Hash? sha1)
    {
        if (hash is { } known)
            _hashes[item.Name] = known;
        if (sha1 is { } older)
            _sha1Hashes[item.Name] = older;
    }
}
