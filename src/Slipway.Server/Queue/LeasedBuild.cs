namespace Slipway.Server.Queue;

/// <summary>A build whose lease holds.</summary>
internal sealed record LeasedBuild(string Key, string OrganisationId, string BuildKey, long Attempt, long MessageCount, long LinesReceived, long? CancelRequestedAt)
{
    /// <summary>Does somebody want it ended?</summary>
    public bool CancelRequested => CancelRequestedAt is not null;
}
