using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Slipway.Protocol;
using Slipway.Protocol.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>The audit trail: who changed what. An entry is written in the same transaction as the change.</summary>
internal sealed class AuditTrail(Database database)
{
    /// <summary>Adds a row.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction of the change.</param>
    /// <param name="caller">Who did it.</param>
    /// <param name="action">What was done, such as <c>credential.export</c>.</param>
    /// <param name="subject">The id of what was changed.</param>
    /// <param name="details">Further details; nothing secret.</param>
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

    /// <summary>
    /// Adds a row for an action that a caller can repeat at will. Within a minute, the first one makes a row; further ones with
    /// the same caller, network and action only raise its count.
    /// </summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction on that connection.</param>
    /// <param name="caller">Who did it.</param>
    /// <param name="network">The network that the request came from, as the rate limits count it.</param>
    /// <param name="at">When.</param>
    /// <param name="action">What was done.</param>
    /// <param name="subject">The id of what was changed, the first time.</param>
    /// <param name="details">Further details of the first time; nothing secret.</param>
    public Task CountAsync(
        DbConnection connection, DbTransaction transaction, Caller caller, string network, DateTimeOffset at, string action, string subject, object details)
    {
        var minute = at.ToUnixTimeSeconds() / 60;
        var id = new Guid(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<object?[]>([caller.OrganisationId, caller.Actor, network, action, minute]))[..16]).ToString();
        return connection.ExecuteAsync(
            $"""
            INSERT INTO audit (id, organisation_id, at, actor, action, subject, address, details)
            VALUES (@id, @OrganisationId, {database.Now}, @Actor, @action, @subject, @Address, @details)
            ON CONFLICT (id) DO UPDATE SET times = audit.times + 1
            """,
            new { id, caller.OrganisationId, caller.Actor, action, subject, caller.Address, details = JsonSerializer.Serialize(details, JsonSerializerOptions.Web) },
            transaction);
    }

    /// <summary>Returns a page of the trail, the newest entries first.</summary>
    /// <param name="organisation">The organisation; null for entries of the service itself that belong to no organisation.</param>
    /// <param name="paging">The page.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public Task<Page<AuditEntry>> ListAsync(string? organisation, Paging paging, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var whose = organisation is null ? "organisation_id IS NULL" : "organisation_id = @organisation";
            var total = await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM audit WHERE {whose}", new { organisation });
            var rows = await connection.QueryAsync<AuditRow>(
                $"SELECT at, actor, action, subject, address, details, times AS count FROM audit WHERE {whose} ORDER BY at DESC, id DESC LIMIT @Limit OFFSET @Offset",
                new { organisation, paging.Limit, paging.Offset });
            return new Page<AuditEntry>([.. rows.Select(row => row.Describe())], paging.Offset, paging.Limit, total);
        },
        cancellation);
}

/// <summary>A row of the audit trail.</summary>
internal sealed record AuditRow(long At, string Actor, string Action, string Subject, string Address, string Details, long Count)
{
    /// <summary>Returns the description that the API sends.</summary>
    public AuditEntry Describe() => new(DatabaseTime.Of(At), Actor, Action, Subject, Address, JsonElement.Parse(Details)) { Times = Count };
}
