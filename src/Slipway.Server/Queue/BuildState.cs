namespace Slipway.Server.Queue;

/// <summary>Where a build is in the queue: Queued, Leased and back while workers vanish, then one of the others for good.</summary>
internal static class BuildState
{
    public const string Queued = "Queued";
    public const string Leased = "Leased";
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";
    public const string Cancelled = "Cancelled";
}
