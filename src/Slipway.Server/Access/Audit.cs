using System.Data.Common;
using System.Text.Json;
using Dapper;
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
}
