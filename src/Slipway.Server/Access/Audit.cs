using System.Data.Common;
using System.Text.Json;
using Dapper;
using Slipway.Protocol;
using Slipway.Protocol.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>The trail of who changed what, written in the transaction of the change itself.</summary>
internal sealed class Audit(Database database)
{
    /// <summary>Adds a row.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction of the change.</param>
    /// <param name="caller">Who did it.</param>
    /// <param name="action">What was done, such as <c>credential.export</c>.</param>
    /// <param name="subject">To what: an id.</param>
    /// <param name="details">What else is worth knowing; nothing secret.</param>
    public Task WriteAsync(DbConnection connection, DbTransaction transaction, Caller caller, string action, string subject, object? details = null) =>
        connection.ExecuteAsync(
            $"""
            INSERT INTO audit (id, organisation_id, at, actor, action, subject, address, details)
            VALUES (@id, @OrganisationId, {database.Now}, @Actor, @action, @subject, @Address, @details)
            """,
            new
            {
                id = Guid.CreateVersion7().ToString(),
                caller.OrganisationId,
                caller.Actor,
                action,
                subject,
                caller.Address,
                details = details is null ? "{}" : JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
            },
            transaction);

    /// <summary>A part of an organisation's trail, the newest first.</summary>
    public Task<Page<AuditEntry>> ListAsync(string organisation, Paging paging, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var total = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM audit WHERE organisation_id = @organisation", new { organisation });
            var rows = await connection.QueryAsync<AuditRow>(
                "SELECT at, actor, action, subject, address, details FROM audit WHERE organisation_id = @organisation ORDER BY at DESC, id DESC LIMIT @Limit OFFSET @Offset",
                new { organisation, paging.Limit, paging.Offset });
            return new Page<AuditEntry>([.. rows.Select(row => row.Describe())], paging.Offset, paging.Limit, total);
        },
        cancellation);
}
