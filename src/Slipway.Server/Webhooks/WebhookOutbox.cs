using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Webhooks;

/// <summary>Stores events in the transaction of the change that they report, so that an event is sent if and only if the change is committed.</summary>
internal sealed class WebhookOutbox(Database database)
{
    /// <summary>Name of the signal that wakes up the delivery.</summary>
    public const string Topic = "webhooks";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Stores an event for every webhook of an organisation that subscribes to it.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction of the change.</param>
    /// <param name="organisation">The organisation that owns the webhooks.</param>
    /// <param name="name">One of <see cref="WebhookEvents"/>.</param>
    /// <param name="payload">The payload; nothing secret.</param>
    public async Task EnqueueAsync(DbConnection connection, DbTransaction transaction, string organisation, string name, object payload)
    {
        var webhooks = await connection.QueryAsync<string>(
            "SELECT id FROM webhooks WHERE organisation_id = @organisation AND disabled_at IS NULL AND ' ' || events || ' ' LIKE @pattern",
            new { organisation, pattern = $"% {name} %" },
            transaction);
        foreach (var webhook in webhooks)
            await EnqueueAsync(connection, transaction, organisation, webhook, name, JsonSerializer.Serialize(payload, Json));
        database.Signals.Publish(Topic);
    }

    /// <summary>Stores an event for one webhook; returns the delivery's id.</summary>
    public async Task<string> EnqueueAsync(DbConnection connection, DbTransaction transaction, string organisation, string webhook, string name, string payload)
    {
        var id = Guid.CreateVersion7().ToString();
        await connection.ExecuteAsync(
            $"""
            INSERT INTO webhook_deliveries (id, webhook_id, organisation_id, event, payload, state, attempt, next_at, created_at)
            VALUES (@id, @webhook, @organisation, @name, @payload, '{DeliveryState.Waiting}', 0, {database.Now}, {database.Now})
            """,
            new { id, webhook, organisation, name, payload },
            transaction);
        return id;
    }
}
