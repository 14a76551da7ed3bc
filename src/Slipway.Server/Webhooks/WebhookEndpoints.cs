using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Store;
using Slipway.Server.Vault;

namespace Slipway.Server.Webhooks;

/// <summary>Webhooks of an organisation and their deliveries.</summary>
internal static class WebhookEndpoints
{
    private const string Path = "/api/v1/webhooks";
    private const int MostWebhooks = 50;
    private const int SecretBytes = 32;

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path).Needs(Scope.WebhooksWrite);
        group.MapGet("/", ListAsync).WithName("ListWebhooks");
        group.MapPost("/", CreateAsync).WithName("CreateWebhook");
        group.MapGet("/{id:guid}", FindAsync).WithName("GetWebhook");
        group.MapPatch("/{id:guid}", ChangeAsync).WithName("ChangeWebhook");
        group.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveWebhook");
        group.MapPost("/{id:guid}/ping", PingAsync).WithName("PingWebhook");
        group.MapGet("/{id:guid}/deliveries", LogAsync).WithName("ListWebhookDeliveries");
        group.MapPost("/{id:guid}/deliveries/{delivery:guid}/redeliver", RedeliverAsync).WithName("RedeliverWebhook");
    }

    private static async Task<IReadOnlyList<WebhookDescription>> ListAsync(HttpContext context, WebhookStore store) =>
        [.. (await store.ListAsync(context.Caller().Organisation, context.RequestAborted)).Select(w => w.Describe())];

    private static async Task<WebhookDescription> FindAsync(Guid id, HttpContext context, Database database) =>
        (await database.ReadAsync(connection => WebhookStore.FindAsync(connection, null, context.Caller().Organisation, id.ToString()), context.RequestAborted) ?? throw Missing(id)).Describe();

    private static async Task<Created<CreatedWebhook>> CreateAsync(NewWebhook request, HttpContext context, WebhookTargets targets, Database database, WebhookStore store, SecretVault vault, AuditTrail audit)
    {
        var caller = context.Caller();
        var url = targets.Check(request.Url);
        var events = Check(request.Events);
        var secret = "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var row = await database.WriteAsync(async (connection, transaction) =>
        {
            if (await WebhookStore.CountAsync(connection, transaction, caller.Organisation) >= MostWebhooks)
                throw new ProblemException(ServiceProblems.Invalid.At("webhooks", $"An organisation has {MostWebhooks} webhooks at most."));
            var id = Guid.CreateVersion7().ToString();
            var sealedSecret = await vault.SealAsync(connection, transaction, caller.Organisation, SecretKind.WebhookKey, Encoding.UTF8.GetBytes(secret));
            await store.CreateAsync(connection, transaction, caller.Organisation, id, url.AbsoluteUri, events, sealedSecret);
            // The audit trail omits the path and the query of an address, because they may contain a password of the receiver.
            await audit.WriteAsync(connection, transaction, caller, "webhook.create", id, new { host = url.Authority, events });
            return (await WebhookStore.FindAsync(connection, transaction, caller.Organisation, id))!;
        });
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"{Path}/{row.Id}", new CreatedWebhook(row.Describe(), secret));
    }

    private static async Task<WebhookDescription> ChangeAsync(Guid id, WebhookChange change, HttpContext context, WebhookTargets targets, Database database, WebhookStore store, AuditTrail audit)
    {
        var caller = context.Caller();
        var url = change.Url is { } text ? targets.Check(text) : null;
        var events = change.Events is { } list ? Check(list) : null;
        var row = await database.WriteAsync(async (connection, transaction) =>
        {
            await store.ChangeAsync(connection, transaction, caller.Organisation, id.ToString(), url?.AbsoluteUri, events, change.Enabled);
            var changed = await WebhookStore.FindAsync(connection, transaction, caller.Organisation, id.ToString()) ?? throw Missing(id);
            await audit.WriteAsync(connection, transaction, caller, "webhook.change", changed.Id, new { host = url?.Authority, events, change.Enabled });
            return changed;
        });
        return row.Describe();
    }

    private static async Task<NoContent> RemoveAsync(Guid id, HttpContext context, Database database, AuditTrail audit)
    {
        var caller = context.Caller();
        await database.WriteAsync(async (connection, transaction) =>
        {
            var row = await WebhookStore.FindAsync(connection, transaction, caller.Organisation, id.ToString()) ?? throw Missing(id);
            await WebhookStore.RemoveAsync(connection, transaction, caller.Organisation, row.Id);
            await SecretVault.DeleteAsync(connection, transaction, caller.Organisation, row.Secret);
            await audit.WriteAsync(connection, transaction, caller, "webhook.remove", row.Id);
        });
        return TypedResults.NoContent();
    }

    private static async Task<Accepted> PingAsync(Guid id, HttpContext context, Database database, WebhookOutbox outbox)
    {
        var organisation = context.Caller().Organisation;
        await database.WriteAsync(async (connection, transaction) =>
        {
            _ = await WebhookStore.FindAsync(connection, transaction, organisation, id.ToString()) ?? throw Missing(id);
            await outbox.EnqueueAsync(connection, transaction, organisation, id.ToString(), WebhookEvents.Ping, "{}");
        });
        database.Signals.Publish(WebhookOutbox.Topic);
        return TypedResults.Accepted($"{Path}/{id}/deliveries");
    }

    private static async Task<Page<DeliveryDescription>> LogAsync(Guid id, HttpContext context, Database database, DeliveryStore deliveries, int? offset, int? limit)
    {
        var organisation = context.Caller().Organisation;
        _ = await database.ReadAsync(connection => WebhookStore.FindAsync(connection, null, organisation, id.ToString()), context.RequestAborted) ?? throw Missing(id);
        return await deliveries.ListAsync(organisation, id.ToString(), Paging.Of(offset, limit), context.RequestAborted);
    }

    private static async Task<Accepted> RedeliverAsync(Guid id, Guid delivery, HttpContext context, Database database, WebhookOutbox outbox)
    {
        var organisation = context.Caller().Organisation;
        await database.WriteAsync(async (connection, transaction) =>
        {
            var (name, payload) = await DeliveryStore.FindAsync(connection, transaction, organisation, id.ToString(), delivery.ToString())
                ?? throw new ProblemException(ServiceProblems.NotFound.At("delivery", $"The webhook {id} has no delivery {delivery}."));
            await outbox.EnqueueAsync(connection, transaction, organisation, id.ToString(), name, payload);
        });
        database.Signals.Publish(WebhookOutbox.Topic);
        return TypedResults.Accepted($"{Path}/{id}/deliveries");
    }

    private static string Check(IReadOnlyList<string> events) =>
        events.Count > 0 && events.Distinct(StringComparer.Ordinal).Count() == events.Count && events.All(WebhookEvents.All.Contains)
            ? string.Join(' ', events)
            : throw new ProblemException(ServiceProblems.Invalid.At("events", $"A webhook needs one or more of the events {string.Join(", ", WebhookEvents.All)}, each only once."));

    private static ProblemException Missing(Guid id) => new(ServiceProblems.NotFound.At("id", $"There is no webhook {id}."));
}
