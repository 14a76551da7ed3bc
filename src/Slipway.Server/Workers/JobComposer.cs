using Dapper;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Server.Access;
using Slipway.Server.Credentials;
using Slipway.Server.Launches;
using Slipway.Server.Queue;
using Slipway.Server.Revisions;
using Slipway.Server.Store;

namespace Slipway.Server.Workers;

/// <summary>Puts together what a worker needs for a build.</summary>
internal sealed class JobComposer(Database database, RevisionStore revisions, CredentialOpener material, CredentialHandoverAudit handover)
{
    /// <summary>The job of a build that was just claimed. That its keys go to the worker is in the audit trail by then.</summary>
    /// <param name="caller">The worker's token.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="build">The build.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">What the build needs is not there.</exception>
    public async Task<WorkerJob> ComposeAsync(Caller caller, WorkerRow worker, ClaimedBuild build, CancellationToken cancellation)
    {
        var (application, manifest, environment) = await database.ReadAsync(
            connection => connection.QuerySingleAsync<(string Application, string Manifest, string Environment)>(
                """
                SELECT a.name, r.manifest_sha256, b.environment_key
                FROM builds b JOIN revisions r ON r.build_key = b.build_key JOIN applications a ON a.key = r.application_key
                WHERE b.key = @Key AND b.organisation_id = @OrganisationId
                """,
                new { build.Key, build.OrganisationId }),
            cancellation);
        var request = RequestColumn.Read(build.Request);
        var platform = EnumText.Parse<MobilePlatform>(build.Platform);
        MobileBuildType? type = build.BuildType is { } word ? EnumText.Parse<MobileBuildType>(word) : null;
        var demand = new BuildToSign(build.OrganisationId, environment, build.ApplicationKey, platform, type, null, request.Credentials);
        var job = new WorkerJob
        {
            Build = Guid.Parse(build.Key),
            Attempt = (int)build.Attempt,
            LeaseSeconds = (int)BuildClaimer.LeaseDuration.TotalSeconds,
            Organisation = Guid.Parse(build.OrganisationId),
            Application = application,
            Platform = platform,
            BuildType = type,
            Revision = await revisions.ManifestAsync(build.OrganisationId, manifest, cancellation),
            Options = request.Options,
            Keystore = platform == MobilePlatform.Android ? await material.OpenKeystoreAsync(demand, cancellation) : null,
            Apple = platform == MobilePlatform.Ios ? await material.OpenAppleAsync(demand, cancellation) : null,
        };
        await handover.RecordAsync(caller, worker, build, job, request.Credentials, cancellation);
        return job;
    }
}
