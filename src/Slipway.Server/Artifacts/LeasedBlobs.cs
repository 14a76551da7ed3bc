using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Blobs;
using Slipway.Server.Limits;
using Slipway.Server.Queue;
using Slipway.Server.Revisions;
using Slipway.Server.Store;

namespace Slipway.Server.Artifacts;

/// <summary>
/// Gives a worker the blobs of the revision that it builds, while it has the lease. A compromised worker can read nothing else of
/// the organisation, and its attempts are in the audit trail.
/// </summary>
internal sealed class LeasedBlobs(Database database, LeaseStore leases, RevisionStore revisions, BlobRowStore catalogue, AuditTrail audit, TimeProvider time)
{
    private const string Action = "content.refused";

    /// <summary>Returns the blobs of a list that belong to the organisation and to the revision of the build.</summary>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public async Task<IReadOnlyList<BlobRow>> FindAsync(HttpContext context, LeaseId lease, IEnumerable<string> hashes)
    {
        var held = await database.ReadAsync(connection => leases.RequireAsync(connection, null, lease), context.RequestAborted);
        var asked = hashes.Where(Sha256Text.IsValid).ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0)
            return [];
        var allowed = await AllowedAsync(held, context.RequestAborted);
        var foreign = asked.FirstOrDefault(hash => !allowed.Contains(hash));
        if (foreign is not null)
        {
            await NoteAsync(context, held, foreign);
            asked.IntersectWith(allowed);
        }

        return [.. (await database.ReadAsync(connection => catalogue.FindAsync(connection, null, held.OrganisationId, asked), context.RequestAborted)).Values];
    }

    private async Task<HashSet<string>> AllowedAsync(LeasedBuild held, CancellationToken cancellation)
    {
        var revision = await revisions.FindAsync(held.OrganisationId, held.BuildKey, cancellation);
        return revision is null ? [] : (await revisions.ManifestAsync(held.OrganisationId, revision.ManifestSha256, cancellation)).Files.Select(file => file.Sha256).ToHashSet(StringComparer.Ordinal);
    }

    private Task NoteAsync(HttpContext context, LeasedBuild held, string hash) => database.WriteAsync((connection, transaction) => audit.CountAsync(
        connection,
        transaction,
        context.Caller() with { OrganisationId = held.OrganisationId },
        RequestPartitions.Network(context.Connection.RemoteIpAddress),
        time.GetUtcNow(),
        Action,
        hash,
        new { build = held.Key, held.Attempt }));
}
