using System.Data.Common;
using Dapper;
using Slipway.Protocol;
using Slipway.Server.Store;
using Slipway.Server.Telemetry;

namespace Slipway.Server.Webhooks;

/// <summary>Deliveries in the database: the queue of pending ones and the log of past ones.</summary>
internal sealed class DeliveryStore(Database database)
{
    // Longer than an attempt can take. After this time, another server retries a delivery whose server died.
    private const long TakenMilliseconds = 60_000;
    private const long KeptMilliseconds = 30L * 24 * 3600 * 1000;
    private const string Columns = "id, event, state, attempt, next_at, last_status, last_error, created_at, ended_at";

    /// <summary>Claims due deliveries, so that no other server sends them at the same time.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="busy">Webhooks to skip, because they have enough deliveries in progress.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public Task<IReadOnlyList<DueDelivery>> TakeAsync(int most, IReadOnlyCollection<string> busy, CancellationToken cancellation) => database.WriteAsync<IReadOnlyList<DueDelivery>>(
        async (connection, transaction) =>
        {
            var ids = (await connection.QueryAsync<string>(
                $"""
                SELECT id FROM webhook_deliveries WHERE state = '{DeliveryState.Waiting}' AND next_at <= {database.Now} AND NOT ({database.In("webhook_id", "@busy")})
                ORDER BY next_at LIMIT @most {database.SkipLocked}
                """,
                new { most, busy = database.List(busy) },
                transaction)).AsList();
            if (ids.Count == 0)
                return [];
            var list = database.List(ids);
            await connection.ExecuteAsync(
                $"UPDATE webhook_deliveries SET attempt = attempt + 1, next_at = {database.Now} + @TakenMilliseconds WHERE {database.In("id", "@list")}", new { list, TakenMilliseconds }, transaction);
            return (await connection.QueryAsync<DueDelivery>(
                $"""
                SELECT d.id, d.webhook_id, d.organisation_id, d.event, d.payload, d.attempt, d.created_at, w.url, w.secret
                FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id WHERE {database.In("d.id", "@list")}
                """,
                new { list },
                transaction)).AsList();
        },
        cancellation);

    /// <summary>Returns whether any delivery is due. This is cheaper than claiming, which has to lock rows.</summary>
    public async Task<bool> IsAnyDueAsync(CancellationToken cancellation) => await database.ReadAsync(
        connection => connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM (SELECT 1 AS one FROM webhook_deliveries WHERE state = '{DeliveryState.Waiting}' AND next_at <= {database.Now} LIMIT 1) AS due"),
        cancellation) > 0;

    /// <summary>Stores the result of an attempt, unless another server has started a later one.</summary>
    public Task EndAsync(DueDelivery delivery, DeliveryResult result, CancellationToken cancellation)
    {
        var state = result.Error is null ? DeliveryState.Delivered : result.Final || delivery.Attempt >= DeliverySchedule.Attempts ? DeliveryState.Dead : DeliveryState.Waiting;
        ServerMetrics.DeliveryTried(state);
        var pause = state == DeliveryState.Waiting ? (long)DeliverySchedule.After(delivery.Attempt, Random.Shared.NextDouble()).TotalMilliseconds : 0;
        return database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                $"""
                UPDATE webhook_deliveries SET state = @state, next_at = {database.Now} + @pause, last_status = @status, last_error = @Error,
                  ended_at = CASE WHEN @state = '{DeliveryState.Waiting}' THEN NULL ELSE {database.Now} END
                WHERE id = @Id AND attempt = @Attempt AND state = '{DeliveryState.Waiting}'
                """,
                new { state, pause, status = (long?)result.Status, result.Error, delivery.Id, delivery.Attempt },
                transaction),
            cancellation);
    }

    /// <summary>Returns a page of the deliveries of a webhook, the newest first.</summary>
    public Task<Page<DeliveryDescription>> ListAsync(string organisation, string webhook, Paging paging, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var total = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM webhook_deliveries WHERE organisation_id = @organisation AND webhook_id = @webhook", new { organisation, webhook });
            var rows = await connection.QueryAsync<DeliveryRow>(
                $"SELECT {Columns} FROM webhook_deliveries WHERE organisation_id = @organisation AND webhook_id = @webhook ORDER BY created_at DESC, id DESC LIMIT @Limit OFFSET @Offset",
                new { organisation, webhook, paging.Limit, paging.Offset });
            return new Page<DeliveryDescription>([.. rows.Select(row => row.Describe())], paging.Offset, paging.Limit, total);
        },
        cancellation);

    /// <summary>Returns the event and payload of a delivery; null if the webhook has none with this id.</summary>
    public static async Task<(string Event, string Payload)?> FindAsync(DbConnection connection, DbTransaction transaction, string organisation, string webhook, string id) =>
        await connection.QuerySingleOrDefaultAsync<(string, string)?>(
            "SELECT event, payload FROM webhook_deliveries WHERE organisation_id = @organisation AND webhook_id = @webhook AND id = @id", new { organisation, webhook, id }, transaction);

    /// <summary>Removes deliveries that ended more than a month ago.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync($"DELETE FROM webhook_deliveries WHERE ended_at < {database.Now} - @KeptMilliseconds", new { KeptMilliseconds }, transaction), cancellation);
}
