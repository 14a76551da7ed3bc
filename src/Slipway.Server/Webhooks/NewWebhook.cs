namespace Slipway.Server.Webhooks;

/// <summary>A webhook that is to be made.</summary>
/// <param name="Url">Where to send events: an https address.</param>
/// <param name="Events">Which: build.started, build.finished, build.failed, build.cancelled, credential.expiring.</param>
internal sealed record NewWebhook(string Url, IReadOnlyList<string> Events);
