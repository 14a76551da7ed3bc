namespace Slipway.Server.Queue;

/// <summary>The state of a build in the queue: Queued or Leased, and back to Queued if its worker vanishes; the other states are final.</summary>
internal static class BuildState
{
    public const string Queued = "Queued";
    public const string Leased = "Leased";
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";
    public const string Cancelled = "Cancelled";
}
