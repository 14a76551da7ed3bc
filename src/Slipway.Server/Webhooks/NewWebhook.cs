namespace Slipway.Server.Webhooks;

/// <summary>A webhook to create.</summary>
/// <param name="Url">Where to send events: an https address.</param>
/// <param name="Events">The events to send: build.started, build.finished, build.failed, build.cancelled, credential.expiring.</param>
internal sealed record NewWebhook(string Url, IReadOnlyList<string> Events);
