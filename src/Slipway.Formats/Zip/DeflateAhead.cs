namespace Slipway.Formats.Zip;

/// <summary>Deflates contents before packing, so that packing finds them even where it can only read the cache.</summary>
public static class DeflateAhead
{
    /// <summary>The deflate level of all packages.</summary>
    private const int Level = 5;

    /// <summary>Adds the deflated contents of items to a cache like packing does; skips items that packages store or pack in blocks.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="items">The items; the hash of each must be known.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="IOException">A content cannot be read, or does not have its hash.</exception>
    public static void Fill(DeflateCacheFile cache, IEnumerable<ZipItem> items, CancellationToken cancellation)
    {
        var settings = new PackSettings(Level, cache, NeedsHashes: false);
        var missing = items.Where(item => item is { Compress: true, Hash: not null, Length: > 0 and <= PackSettings.LargestInMemory })
            .DistinctBy(item => item.Hash)
            .Where(item => !cache.Contains(item.Hash!.Value, Level));
        try
        {
            Parallel.ForEach(missing, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, item => ItemPacker.Pack(item, settings));
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is IOException)
        {
            throw new IOException(e.InnerExceptions[0].Message, e);
        }
    }
}
