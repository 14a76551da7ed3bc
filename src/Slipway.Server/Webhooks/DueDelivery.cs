namespace Slipway.Server.Webhooks;

/// <summary>A delivery that this server has claimed.</summary>
internal sealed record DueDelivery(string Id, string WebhookId, string OrganisationId, string Event, string Payload, long Attempt, long CreatedAt, string Url, string Secret);
