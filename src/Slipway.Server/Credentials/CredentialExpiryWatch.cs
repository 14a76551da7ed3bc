using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Slipway.Server.Access;
using Slipway.Server.Store;
using Slipway.Server.Webhooks;

namespace Slipway.Server.Credentials;

/// <summary>
/// Warns of credentials 30 days before they expire: with a row in the audit trail and an event for webhooks, once for each
/// content. Every server checks; the one that marks the credential first sends the warning, in the same transaction.
/// </summary>
internal sealed partial class CredentialExpiryWatch(Database database, WebhookOutbox outbox, AuditTrail audit, TimeProvider time, ILogger<CredentialExpiryWatch> log) : BackgroundService
{
    private const int AtOnce = 100;
    private const long Ahead = CredentialWarnings.Days * 24L * 60 * 60 * 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Checks once; returns the number of credentials that it warned of.</summary>
    public async Task<int> LookAsync(CancellationToken cancellation)
    {
        var warned = 0;
        while (await DueAsync(cancellation) is { Count: > 0 } due)
        {
            foreach (var credential in due)
                warned += await database.WriteAsync((connection, transaction) => WarnAsync(connection, transaction, credential), cancellation) ? 1 : 0;
        }

        return warned;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e.GetType().Name, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Task<List<ExpiringCredential>> DueAsync(CancellationToken cancellation) => database.ReadAsync(
        async connection => (await connection.QueryAsync<ExpiringCredential>(
            $"SELECT id, organisation_id, kind, name, expires_at FROM credentials WHERE expires_at < {database.Now} + @Ahead AND warned_at IS NULL ORDER BY expires_at LIMIT @AtOnce",
            new { Ahead, AtOnce })).AsList(),
        cancellation);

    private async Task<bool> WarnAsync(DbConnection connection, DbTransaction transaction, ExpiringCredential credential)
    {
        var marked = await connection.ExecuteAsync(
            $"UPDATE credentials SET warned_at = {database.Now} WHERE id = @Id AND organisation_id = @OrganisationId AND expires_at = @ExpiresAt AND warned_at IS NULL", credential, transaction);
        if (marked == 0)
            return false;
        var details = new { credential.Id, credential.Name, credential.Kind, ExpiresAt = DatabaseTime.Of(credential.ExpiresAt) };
        await audit.WriteAsync(connection, transaction, Caller.Service(credential.OrganisationId), WebhookEvents.CredentialExpiring, credential.Id, details);
        await outbox.EnqueueAsync(connection, transaction, credential.OrganisationId, WebhookEvents.CredentialExpiring, details);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cannot check when credentials expire: {Kind} {Reason}")]
    private partial void Failed(string kind, string reason);
}

/// <summary>A credential that has expired or expires soon, and for which no warning was sent.</summary>
internal sealed record ExpiringCredential(string Id, string OrganisationId, string Kind, string Name, long ExpiresAt);
