namespace Slipway.Server.Webhooks;

/// <summary>A webhook that was made.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">What its signatures are made with; nobody tells it again.</param>
internal sealed record CreatedWebhook(WebhookDescription Webhook, string Secret);
