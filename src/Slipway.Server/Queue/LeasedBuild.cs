namespace Slipway.Server.Queue;

/// <summary>A build with a valid lease.</summary>
internal sealed record LeasedBuild(string Key, string OrganisationId, string BuildKey, long Attempt, long MessageCount, long LinesReceived, long? CancelRequestedAt)
{
    /// <summary>Whether its cancellation was requested.</summary>
    public bool CancelRequested => CancelRequestedAt is not null;
}
