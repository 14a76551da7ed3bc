using Dapper;
using Slipway.Server.Blobs;
using Slipway.Server.Environments;
using Slipway.Server.Proofs;
using Slipway.Server.Store;

namespace Slipway.Server.Retention;

/// <summary>Removes all that is not needed any more, and compares the store with the rows.</summary>
internal sealed class RetentionRun(Database database, IBlobStore store, ExpiredBuilds builds, AbandonedUploads uploads, UnusedBlobs blobs, OrphanSweep sweep, ProofStore proofs, LaunchHistory launches)
{
    private static readonly TimeSpan Unfinished = TimeSpan.FromHours(1);

    /// <summary>Runs once.</summary>
    public async Task<RetentionReport> RunAsync(CancellationToken cancellation)
    {
        var expired = await builds.RemoveAsync(cancellation);
        var revisions = await builds.RemoveRevisionsAsync(cancellation);
        var abandoned = await uploads.RemoveAsync(cancellation) + await store.SweepAsync(Unfinished, cancellation);
        await proofs.ForgetAsync(cancellation);
        await launches.ForgetAsync(cancellation);
        var (unused, orphans) = (0, 0);
        List<string> missing = [];
        foreach (var organisation in await database.ReadAsync(connection => connection.QueryAsync<string>("SELECT id FROM organisations"), cancellation))
        {
            unused += await blobs.RemoveAsync(organisation, cancellation);
            var (removed, absent) = await sweep.RunAsync(organisation, cancellation);
            orphans += removed;
            missing.AddRange(absent);
        }

        return new RetentionReport(expired, revisions, abandoned, unused, orphans, missing);
    }
}
