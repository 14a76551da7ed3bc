using Dapper;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Server.Builds;
using Slipway.Server.Launches;
using Slipway.Server.Queue;
using Slipway.Server.Revisions;
using Slipway.Server.Store;

namespace Slipway.Server.Workers;

/// <summary>Puts together what a worker needs for a build.</summary>
internal sealed class JobComposer(Database database, RevisionStore revisions)
{
    /// <summary>The job of a build that was just claimed.</summary>
    /// <exception cref="ProblemException">What the build needs is not there.</exception>
    public async Task<WorkerJob> ComposeAsync(ClaimedBuild build, CancellationToken cancellation)
    {
        var (application, manifest) = await database.ReadAsync(
            connection => connection.QuerySingleAsync<(string Application, string Manifest)>(
                """
                SELECT a.name, r.manifest_sha256 FROM revisions r JOIN applications a ON a.key = r.application_key
                WHERE r.build_key = @BuildKey AND r.organisation_id = @OrganisationId
                """,
                new { build.BuildKey, build.OrganisationId }),
            cancellation);
        var ask = BuildCreation.ReadAsk(build.Request);
        return new WorkerJob
        {
            Build = Guid.Parse(build.Key),
            Attempt = (int)build.Attempt,
            LeaseSeconds = (int)Claims.Lease.TotalSeconds,
            Organisation = Guid.Parse(build.OrganisationId),
            Application = application,
            Platform = PlatformName.Parse(build.Platform),
            BuildType = build.BuildType is { } type ? Enum.Parse<MobileBuildType>(type) : null,
            Revision = await revisions.ManifestAsync(build.OrganisationId, manifest, cancellation),
            Options = ask.Options,
        };
    }
}
