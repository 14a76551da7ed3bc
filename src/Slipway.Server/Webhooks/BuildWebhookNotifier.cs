using System.Data.Common;
using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Webhooks;

/// <summary>Adds events of builds to the outbox, in the transaction that changes the build.</summary>
internal sealed class BuildWebhookNotifier(Database database)
{
    private readonly WebhookOutbox _outbox = new(database);

    /// <summary>Adds an event of a build.</summary>
    public async Task EnqueueAsync(DbConnection connection, DbTransaction transaction, string build, string name)
    {
        var row = await connection.QuerySingleOrDefaultAsync<BuildEventRow?>(
            """
            SELECT b.key, b.organisation_id, b.application_key, p.name AS application, b.environment_key, b.revision, b.platform, b.build_type, b.status, b.app_identifier, b.version_number, b.version_code
            FROM builds b JOIN applications p ON p.key = b.application_key
            WHERE b.key = @build AND EXISTS (SELECT 1 FROM webhooks w WHERE w.organisation_id = b.organisation_id)
            """,
            new { build },
            transaction);
        if (row is not null)
            await _outbox.EnqueueAsync(connection, transaction, row.OrganisationId, name, row.Describe());
    }
}

/// <summary>The facts about a build in an event.</summary>
internal sealed record BuildEventRow(
    string Key,
    string OrganisationId,
    string ApplicationKey,
    string Application,
    string EnvironmentKey,
    long Revision,
    string Platform,
    string? BuildType,
    string Status,
    string? AppIdentifier,
    string? VersionNumber,
    long? VersionCode)
{
    /// <summary>Returns the payload of the event.</summary>
    public object Describe() => new { Key, ApplicationKey, Application, EnvironmentKey, Revision, Platform, BuildType, Status, AppIdentifier, VersionNumber, VersionCode, Url = $"/api/v1/builds/{Key}" };
}
