namespace Slipway.Server.Webhooks;

/// <summary>Names of events.</summary>
internal static class WebhookEvents
{
    public const string BuildStarted = "build.started";
    public const string BuildFinished = "build.finished";
    public const string BuildFailed = "build.failed";
    public const string BuildCancelled = "build.cancelled";
    public const string CredentialExpiring = "credential.expiring";

    /// <summary>Sent on request, to test a webhook.</summary>
    public const string Ping = "ping";

    /// <summary>The events that a webhook can subscribe to.</summary>
    public static IReadOnlyList<string> All { get; } = [BuildStarted, BuildFinished, BuildFailed, BuildCancelled, CredentialExpiring];
}
