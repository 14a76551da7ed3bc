namespace Slipway.Server.Webhooks;

/// <summary>A webhook that was just created.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">The secret for its signatures; no later answer contains it.</param>
internal sealed record CreatedWebhook(WebhookDescription Webhook, string Secret);
