using Slipway.Protocol.Blobs;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;
using Slipway.Server.Store;

namespace Slipway.Server.Launches;

/// <summary>Stores the blobs of a pack that a revision names. If the pack breaks off, the blobs that arrived are kept.</summary>
internal sealed class PackReceiver(Database database, BlobReceiver keeper, BlobRowStore catalogue, StorageQuota quota, TimeProvider time)
{
    private const int SmallSize = 256 * 1024;
    private const int BatchCount = 256;
    private const long BatchBytes = 64L << 20;
    private const int AtOnce = 8;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Reads a pack to its end.</summary>
    /// <exception cref="ProblemException">The pack breaks off, has a blob that the revision does not name, or exceeds the organisation's quota.</exception>
    public async Task ReceiveAsync(string organisation, RevisionManifest manifest, Stream body, CancellationToken cancellation)
    {
        var wanted = manifest.Files.DistinctBy(file => file.Sha256).ToDictionary(file => file.Sha256, file => file.Size, StringComparer.Ordinal);
        var there = await database.ReadAsync(connection => catalogue.FindAsync(connection, null, organisation, wanted.Keys), cancellation);
        using var space = await quota.ReserveAsync(organisation, wanted.Where(file => !there.ContainsKey(file.Key)).Sum(file => StorageQuota.CostOf(file.Value)), cancellation);
        var reader = new BlobPackReader(body);
        var done = there.Keys.ToHashSet(StringComparer.Ordinal);
        using var gate = new SemaphoreSlim(AtOnce);
        var batch = new List<Task<BlobRow>>();
        try
        {
            long bytes = 0;
            var begun = time.GetTimestamp();
            while (await LaunchPack.NextAsync(reader, cancellation) is var (sha256, length))
            {
                if (!wanted.TryGetValue(sha256, out var size) || size != length)
                    throw new ProblemException(ServiceProblems.ContentMismatch.At(sha256, "The pack has a blob that the revision does not name, or one with another size."));
                await using var part = new PartStream(body, length, leaveOpen: true);
                // Adds the pending rows before a large blob, because objects without rows are swept after an hour and a large blob may take that long.
                if (length > SmallSize)
                    await AddAsync(organisation, batch, space, cancellation);
                if (done.Add(sha256))
                    batch.Add(await BeginAsync(organisation, sha256, part, length, gate, cancellation));
                else
                    await part.CopyToAsync(Stream.Null, cancellation);
                bytes += length;
                if (batch.Count < BatchCount && bytes < BatchBytes && length <= SmallSize && time.GetElapsedTime(begun) < Longest)
                    continue;
                await AddAsync(organisation, batch, space, cancellation);
                (bytes, begun) = (0, time.GetTimestamp());
            }
        }
        finally
        {
            await AddAsync(organisation, batch, space, CancellationToken.None);
        }
    }

    // Small blobs are stored in parallel, because each waits for the disk; a large one is stored as it arrives.
    private async Task<Task<BlobRow>> BeginAsync(string organisation, string sha256, Stream part, long length, SemaphoreSlim gate, CancellationToken cancellation)
    {
        if (length > SmallSize)
            return Task.FromResult(await keeper.StoreAsync(organisation, sha256, part, length, cancellation));
        var content = new byte[length];
        if (await part.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellation) < content.Length)
            throw new ProblemException(ServiceProblems.Malformed.At(sha256, "The pack breaks off."));
        await gate.WaitAsync(cancellation);
        return Task.Run(
            async () =>
            {
                try
                {
                    return await keeper.StoreAsync(organisation, sha256, new MemoryStream(content), length, CancellationToken.None);
                }
                finally
                {
                    gate.Release();
                }
            },
            CancellationToken.None);
    }

    private async Task AddAsync(string organisation, List<Task<BlobRow>> batch, SpaceReservation space, CancellationToken cancellation)
    {
        var all = batch.ToArray();
        batch.Clear();
        await Task.WhenAll(all).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        List<BlobRow> stored = [.. all.Where(task => task.IsCompletedSuccessfully).Select(task => task.Result)];
        if (stored.Count > 0)
        {
            await keeper.AddAsync(organisation, stored, cancellation);
            space.Keep(stored.Sum(blob => StorageQuota.CostOf(blob.Size)));
        }

        await Task.WhenAll(all);
    }
}
