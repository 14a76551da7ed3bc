using System.Data.Common;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Blobs;

/// <summary>Stores contents of an organisation, each once: the object, then its row.</summary>
internal sealed class BlobKeeper(Database database, IBlobStore store, BlobCatalogue catalogue, StorageQuota quota, ServerOptions options)
{
    /// <summary>Stores a content; false when the organisation had it already. Either way the stream is read to its end and checked.</summary>
    /// <param name="organisation">Whose it is.</param>
    /// <param name="sha256">Its hash.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="size">How many there are; null when that is not known.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">The content is another, too large, or more than the organisation may keep.</exception>
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

    /// <summary>Makes the rows of objects, or removes the objects when that cannot be; gives the number of contents that are new.</summary>
    /// <param name="organisation">Whose they are.</param>
    /// <param name="blobs">The objects.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="also">What belongs to the same transaction.</param>
    public async Task<int> AddAsync(string organisation, IReadOnlyList<BlobRow> blobs, CancellationToken cancellation, Func<DbConnection, DbTransaction, Task>? also = null)
    {
        FaultPoints.Reach(FaultPoints.BeforeRow);
        try
        {
            var spare = await database.WriteAsync((connection, transaction) => quota.WithinAsync(connection, transaction, organisation, () => AddAsync(connection, transaction)), cancellation);
            await DiscardAsync(spare);
            return blobs.Count - spare.Count;
        }
        catch (ProblemException)
        {
            // Only this is known to have left no rows; a connection that broke in the commit may have.
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

    /// <summary>Removes objects that no row names. One that stays is found by the sweep.</summary>
    public async Task DiscardAsync(IReadOnlyList<string> locations)
    {
        foreach (var location in locations)
            await store.DeleteAsync(location, CancellationToken.None);
    }

    // From then on it stays for a day, so it need not be stored again.
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
