namespace Slipway.Server.Webhooks;

/// <summary>What webhooks tell of.</summary>
internal static class WebhookEvents
{
    public const string BuildStarted = "build.started";
    public const string BuildFinished = "build.finished";
    public const string BuildFailed = "build.failed";
    public const string BuildCancelled = "build.cancelled";
    public const string CredentialExpiring = "credential.expiring";

    /// <summary>Sent on request, to try a webhook out.</summary>
    public const string Ping = "ping";

    /// <summary>What a webhook can ask for.</summary>
    public static IReadOnlyList<string> All { get; } = [BuildStarted, BuildFinished, BuildFailed, BuildCancelled, CredentialExpiring];
}
