using System.Data.Common;
using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Webhooks;

/// <summary>Webhooks in the database.</summary>
internal sealed class WebhookStore(Database database)
{
    private const string Columns = "id, url, events, secret, created_at, disabled_at";

    /// <summary>Returns the webhooks of an organisation, the oldest first.</summary>
    public Task<IEnumerable<WebhookRow>> ListAsync(string organisation, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryAsync<WebhookRow>($"SELECT {Columns} FROM webhooks WHERE organisation_id = @organisation ORDER BY created_at, id", new { organisation }), cancellation);

    /// <summary>Returns the number of webhooks of an organisation.</summary>
    public static Task<long> CountAsync(DbConnection connection, DbTransaction transaction, string organisation) =>
        connection.ExecuteScalarAsync<long>("SELECT count(*) FROM webhooks WHERE organisation_id = @organisation", new { organisation }, transaction);

    /// <summary>Returns a webhook; null if the organisation has none with this id.</summary>
    public static Task<WebhookRow?> FindAsync(DbConnection connection, DbTransaction? transaction, string organisation, string id) =>
        connection.QuerySingleOrDefaultAsync<WebhookRow?>($"SELECT {Columns} FROM webhooks WHERE organisation_id = @organisation AND id = @id", new { organisation, id }, transaction);

    /// <summary>Adds a webhook.</summary>
    public Task CreateAsync(DbConnection connection, DbTransaction transaction, string organisation, string id, string url, string events, string secret) => connection.ExecuteAsync(
        $"INSERT INTO webhooks (id, organisation_id, url, events, secret, created_at) VALUES (@id, @organisation, @url, @events, @secret, {database.Now})",
        new { id, organisation, url, events, secret },
        transaction);

    /// <summary>Changes a webhook; null leaves a value as it is.</summary>
    public Task ChangeAsync(DbConnection connection, DbTransaction transaction, string organisation, string id, string? url, string? events, bool? enabled) => connection.ExecuteAsync(
        $"""
        UPDATE webhooks SET url = coalesce(@url, url), events = coalesce(@events, events),
          disabled_at = CASE WHEN @enabled = 1 THEN NULL WHEN @enabled = 0 THEN coalesce(disabled_at, {database.Now}) ELSE disabled_at END
        WHERE organisation_id = @organisation AND id = @id
        """,
        new { organisation, id, url, events, enabled = enabled is { } flag ? (long?)(flag ? 1 : 0) : null },
        transaction);

    /// <summary>Removes a webhook and its deliveries.</summary>
    public static async Task RemoveAsync(DbConnection connection, DbTransaction transaction, string organisation, string id)
    {
        await connection.ExecuteAsync("DELETE FROM webhook_deliveries WHERE organisation_id = @organisation AND webhook_id = @id", new { organisation, id }, transaction);
        await connection.ExecuteAsync("DELETE FROM webhooks WHERE organisation_id = @organisation AND id = @id", new { organisation, id }, transaction);
    }
}

/// <summary>A webhook.</summary>
internal sealed record WebhookRow(string Id, string Url, string Events, string Secret, long CreatedAt, long? DisabledAt)
{
    /// <summary>Returns the description that the API sends, without the secret.</summary>
    public WebhookDescription Describe() => new(Guid.Parse(Id), Url, Events.Split(' '), DisabledAt is null, DatabaseTime.Of(CreatedAt));
}
