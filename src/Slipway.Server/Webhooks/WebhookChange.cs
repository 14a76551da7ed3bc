namespace Slipway.Server.Webhooks;

/// <summary>What is to change of a webhook; what is null stays.</summary>
internal sealed record WebhookChange(string? Url = null, IReadOnlyList<string>? Events = null, bool? Enabled = null);
