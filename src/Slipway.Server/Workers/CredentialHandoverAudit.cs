using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;
using Slipway.Server.Access;
using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Workers;

/// <summary>Records in the audit trail which keys a worker gets for a build, before the worker gets them.</summary>
internal sealed class CredentialHandoverAudit(Database database, AuditTrail audit)
{
    private const string Action = "credential.handover";

    /// <summary>Writes the entry.</summary>
    /// <param name="caller">The worker's token.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="build">The build.</param>
    /// <param name="job">The job for the worker, with the keys.</param>
    /// <param name="selected">The credentials that the build names.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task RecordAsync(Caller caller, WorkerRow worker, ClaimedBuild build, WorkerJob job, LaunchCredentials selected, CancellationToken cancellation)
    {
        var (subject, name, profile) = job switch
        {
            { Keystore: { } keystore } => (selected.Keystore, keystore.Name, null),
            { Apple: { } apple } => (selected.Certificate, apple.CertificateName, apple.ProfileName),
            _ => (null, null, (string?)null),
        };
        if (name is null)
            return;
        var details = new { name, profile, build = build.Key, build.Attempt, worker = worker.Id };
        await database.WriteAsync(
            (connection, transaction) => audit.WriteAsync(connection, transaction, caller with { OrganisationId = build.OrganisationId }, Action, subject ?? "", details), cancellation);
    }
}
