using Slipway.Protocol.Launches;
using Slipway.Protocol.Workers;
using Slipway.Server.Access;
using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Workers;

/// <summary>Writes down which keys go to which worker for which build, before they do.</summary>
internal sealed class KeyHandover(Database database, Audit audit)
{
    private const string Action = "credential.handover";

    /// <summary>Writes it down.</summary>
    /// <param name="caller">The worker's token.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="build">The build.</param>
    /// <param name="job">What the worker gets.</param>
    /// <param name="selected">The credentials that the build names.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task NoteAsync(Caller caller, WorkerRow worker, ClaimedBuild build, WorkerJob job, LaunchCredentials selected, CancellationToken cancellation)
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
