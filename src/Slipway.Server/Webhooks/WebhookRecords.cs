namespace Slipway.Server.Webhooks;

/// <summary>A webhook.</summary>
/// <param name="Id">Id.</param>
/// <param name="Url">Where events are sent.</param>
/// <param name="Events">The events to send.</param>
/// <param name="Enabled">Whether events are sent.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record WebhookDescription(Guid Id, string Url, IReadOnlyList<string> Events, bool Enabled, DateTimeOffset CreatedAt);

/// <summary>A webhook to create.</summary>
/// <param name="Url">Where to send events: an https address.</param>
/// <param name="Events">The events to send: build.started, build.finished, build.failed, build.cancelled, credential.expiring.</param>
internal sealed record NewWebhook(string Url, IReadOnlyList<string> Events);

/// <summary>A webhook that was just created.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Secret">The secret for its signatures; no later answer contains it.</param>
internal sealed record CreatedWebhook(WebhookDescription Webhook, string Secret);

/// <summary>Changes of a webhook; null leaves a value as it is.</summary>
internal sealed record WebhookChange(string? Url = null, IReadOnlyList<string>? Events = null, bool? Enabled = null);
