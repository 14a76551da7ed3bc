using Microsoft.AspNetCore.Http;
using Slipway.Formats.Names;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;
using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Artifacts;

/// <summary>Stores artifacts of workers: first the object, then its row, and both only while the worker has the lease.</summary>
internal sealed class ArtifactReceiver(Database database, IBlobStore store, ArtifactStore artifacts, LeaseStore leases, BlobReceiver keeper, StorageQuota quota, ServerOptions options)
{
    /// <summary>Stores an artifact. A repeated upload of the same bytes changes nothing.</summary>
    /// <exception cref="ProblemException">The lease was lost, the content does not match its hash, or there is no space for it.</exception>
    public async Task KeepAsync(LeaseId lease, Func<ArtifactUpload> read, CancellationToken cancellation)
    {
        // The lease is checked first, so that a worker without it learns nothing about the build.
        var build = await database.ReadAsync(connection => leases.RequireAsync(connection, null, lease), cancellation);
        var upload = read();
        var before = await database.ReadAsync(connection => ArtifactStore.FindAsync(connection, null, build, upload.Kind, upload.Name), cancellation);
        if (before?.Sha256 == upload.Sha256)
        {
            await using var known = new VerifiedStream(upload.Content, options.Contents.LargestFile, upload.Sha256, upload.Size);
            await known.CheckAsync(cancellation);
            return;
        }

        using var space = await quota.ReserveAsync(build.OrganisationId, StorageQuota.CostOf(upload.Size ?? 0), cancellation);
        var body = upload.Size is null ? new MeteredStream(upload.Content, space) : upload.Content;
        await using var content = new VerifiedStream(body, options.Contents.LargestFile, upload.Sha256, upload.Size);
        var location = BlobLocation.ForArtifact(build.OrganisationId, upload.Sha256);
        var size = await store.PutAsync(location, content, cancellation);
        var row = new ArtifactRow(Guid.CreateVersion7().ToString(), build.OrganisationId, build.Key, upload.Kind, upload.Name, size, upload.Sha256, location);
        await AddAsync(lease, row, cancellation);
        space.Keep();
    }

    private async Task AddAsync(LeaseId lease, ArtifactRow row, CancellationToken cancellation)
    {
        FaultInjection.Reach(FaultInjection.BeforeRow);
        try
        {
            var spare = await database.WriteAsync(
                (connection, transaction) => quota.WithinAsync(
                    connection,
                    transaction,
                    row.OrganisationId,
                    async () => await artifacts.AddAsync(connection, transaction, await leases.LockAsync(connection, transaction, lease), row)),
                cancellation);
            if (spare is not null)
                await keeper.DiscardAsync([spare]);
        }
        catch (ProblemException)
        {
            await keeper.DiscardAsync([row.Location]);
            throw;
        }
    }
}

/// <summary>An upload of an artifact by a worker.</summary>
internal sealed record ArtifactUpload(string Kind, string Name, string Sha256, long? Size, Stream Content)
{
    private const int LongestKind = 32;
    private const int LongestName = 200;

    /// <summary>Reads an upload from a request.</summary>
    /// <exception cref="ProblemException">The name, the kind or the hash is malformed.</exception>
    public static ArtifactUpload Of(HttpRequest request, string kind, string name)
    {
        if (kind.Length > LongestKind || !kind.All(c => char.IsAsciiLetterLower(c) || c == '-'))
            throw new ProblemException(ServiceProblems.Invalid.At("kind", $"A kind has 1 to {LongestKind} letters in lower case."));
        // An escaped slash arrives escaped, so it has to be refused here.
        if (name.Length > LongestName || name.AsSpan().ContainsAny('/', '%') || (EntryNames.FindFault(name) ?? EntryNames.FindPortabilityFault(name)) is not null)
            throw new ProblemException(ServiceProblems.Invalid.At("name", $"A name is the plain name of a file, of up to {LongestName} characters."));
        return new ArtifactUpload(kind, name, Sha256Text.Require(request.Headers["X-Sha256"].ToString(), "X-Sha256"), request.ContentLength, request.Body);
    }
}
