using System.Data.Common;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Streams;
using Slipway.Server.Store;

namespace Slipway.Server.Blobs;

/// <summary>Stores each blob of an organisation once: first the object, then its row.</summary>
internal sealed class BlobReceiver(Database database, IBlobStore store, BlobRowStore catalogue, StorageQuota quota, ServerOptions options)
{
    /// <summary>Stores a blob; returns false if the organisation already had it. In both cases the stream is read to its end and verified.</summary>
    /// <param name="organisation">The organisation that owns it.</param>
    /// <param name="sha256">Its hash.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="size">The number of bytes; null if unknown.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">The content does not match its hash, is too large, or exceeds the organisation's quota.</exception>
    public async Task<bool> KeepAsync(string organisation, string sha256, Stream content, long? size, CancellationToken cancellation)
    {
        if (await TouchAsync(organisation, sha256, cancellation))
        {
            await using var known = new VerifiedStream(content, options.Contents.LargestFile, sha256, size);
            await known.CheckAsync(cancellation);
            return false;
        }

        using var space = await quota.ReserveAsync(organisation, StorageQuota.CostOf(size ?? 0), cancellation);
        var stored = await StoreAsync(organisation, sha256, size is null ? new MeteredStream(content, space) : content, size, cancellation);
        var isNew = await AddAsync(organisation, [stored], cancellation) > 0;
        space.Keep();
        return isNew;
    }

    /// <summary>Puts an object into the store. It counts only once <see cref="AddAsync"/> has made its row.</summary>
    public async Task<BlobRow> StoreAsync(string organisation, string sha256, Stream content, long? size, CancellationToken cancellation)
    {
        await using var verified = new VerifiedStream(content, options.Contents.LargestFile, sha256, size);
        var location = BlobLocation.ForContent(organisation, sha256);
        return new BlobRow(sha256, await store.PutAsync(location, verified, cancellation), location);
    }

    /// <summary>Adds rows for objects, or removes the objects if that fails; returns the number of new blobs.</summary>
    /// <param name="organisation">The organisation that owns them.</param>
    /// <param name="blobs">The objects.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <param name="also">Further changes for the same transaction.</param>
    public async Task<int> AddAsync(string organisation, IReadOnlyList<BlobRow> blobs, CancellationToken cancellation, Func<DbConnection, DbTransaction, Task>? also = null)
    {
        FaultInjection.Reach(FaultInjection.BeforeRow);
        try
        {
            var spare = await database.WriteAsync((connection, transaction) => quota.WithinAsync(connection, transaction, organisation, () => AddAsync(connection, transaction)), cancellation);
            await DiscardAsync(spare);
            return blobs.Count - spare.Count;
        }
        catch (ProblemException)
        {
            // Only this failure is known to have left no rows. After a connection that broke during the commit, the rows may exist.
            await DiscardAsync([.. blobs.Select(blob => blob.Location)]);
            throw;
        }

        async Task<IReadOnlyList<string>> AddAsync(DbConnection connection, DbTransaction transaction)
        {
            if (also is not null)
                await also(connection, transaction);
            return await catalogue.AddAsync(connection, transaction, organisation, blobs);
        }
    }

    /// <summary>Removes objects without rows. The sweep finds any that could not be removed.</summary>
    public async Task DiscardAsync(IReadOnlyList<string> locations)
    {
        foreach (var location in locations)
            await store.DeleteAsync(location, CancellationToken.None);
    }

    // This protects it from removal for a day, so it need not be stored again.
    private async Task<bool> TouchAsync(string organisation, string sha256, CancellationToken cancellation) =>
        await catalogue.FindAsync(organisation, sha256, cancellation) is not null
        && await database.WriteAsync(
            async (connection, transaction) =>
            {
                await catalogue.TouchAsync(connection, transaction, organisation, [sha256]);
                return (await catalogue.FindAsync(connection, transaction, organisation, [sha256])).Count > 0;
            },
            cancellation);
}

/// <summary>A stream of unknown length. It reserves its organisation's space as bytes arrive and fails when none is left.</summary>
internal sealed class MeteredStream(Stream inner, SpaceReservation space) : ReadOnlyStream
{
    private long _free = StorageQuota.LeastPerObject;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        // The first bytes are covered by the minimum that every object counts for.
        var more = Math.Max(0, count - _free);
        _free = Math.Max(0, _free - count);
        space.Take(more);
        return count;
    }
}
