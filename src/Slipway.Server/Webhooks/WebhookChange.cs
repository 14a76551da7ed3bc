namespace Slipway.Server.Webhooks;

/// <summary>Changes of a webhook; null leaves a value as it is.</summary>
internal sealed record WebhookChange(string? Url = null, IReadOnlyList<string>? Events = null, bool? Enabled = null);
