using Dapper;
using Slipway.Server.Access;
using Slipway.Server.Blobs;
using Slipway.Server.Environments;
using Slipway.Server.Proofs;
using Slipway.Server.Store;

namespace Slipway.Server.Retention;

/// <summary>Removes everything that is no longer needed, and compares the store with the rows.</summary>
internal sealed class RetentionRun(Database database, IBlobStore store, ExpiredBuilds builds, AbandonedUploads uploads, UnusedBlobs blobs, OrphanSweep sweep, ProofStore proofs, LaunchHistory launches, AccessHistory access)
{
    private static readonly TimeSpan Unfinished = TimeSpan.FromHours(1);

    /// <summary>Runs once. A failure of one step does not stop the others.</summary>
    public async Task<RetentionReport> RunAsync(CancellationToken cancellation)
    {
        var (expired, revisions, abandoned, unused, orphans) = (0, 0, 0, 0, 0);
        List<string> missing = [];
        List<Exception> failures = [];
        await TryAsync(async () => expired = await builds.RemoveAsync(cancellation));
        await TryAsync(async () => revisions = await builds.RemoveRevisionsAsync(cancellation));
        await TryAsync(async () => abandoned += await uploads.RemoveAsync(cancellation));
        await TryAsync(async () => abandoned += await store.SweepAsync(Unfinished, cancellation));
        await TryAsync(() => proofs.ForgetAsync(cancellation));
        await TryAsync(() => launches.ForgetAsync(cancellation));
        await TryAsync(() => access.ForgetAsync(cancellation));
        foreach (var organisation in await database.ReadAsync(connection => connection.QueryAsync<string>("SELECT id FROM organisations"), cancellation))
        {
            await TryAsync(async () => unused += await blobs.RemoveAsync(organisation, cancellation));
            await TryAsync(async () =>
            {
                var (removed, absent) = await sweep.RunAsync(organisation, cancellation);
                orphans += removed;
                missing.AddRange(absent);
            });
        }

        return new RetentionReport(expired, revisions, abandoned, unused, orphans, missing) { Failures = failures };

        async Task TryAsync(Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                failures.Add(e);
            }
        }
    }
}

/// <summary>The results of a clean-up run.</summary>
/// <param name="Builds">Number of builds removed because they were older than the organisation's retention.</param>
/// <param name="Revisions">Number of removed revisions without builds in that time.</param>
/// <param name="Uploads">Number of removed pieces and artifacts that were never completed.</param>
/// <param name="Blobs">Number of removed blobs that no revision names.</param>
/// <param name="Orphans">Number of removed objects without a row.</param>
/// <param name="Missing">Rows without an object, which indicate lost data.</param>
internal sealed record RetentionReport(int Builds, int Revisions, int Uploads, int Blobs, int Orphans, IReadOnlyList<string> Missing)
{
    /// <summary>Failures; the other steps ran nevertheless.</summary>
    public IReadOnlyList<Exception> Failures { get; init; } = [];

    /// <summary>Whether the run removed and found nothing.</summary>
    public bool IsEmpty => Builds + Revisions + Uploads + Blobs + Orphans + Missing.Count == 0;
}
