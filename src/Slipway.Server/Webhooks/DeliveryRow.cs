namespace Slipway.Server.Webhooks;

/// <summary>A delivery in the log of a webhook.</summary>
internal sealed record DeliveryRow(string Id, string Event, string State, long Attempt, long NextAt, long? LastStatus, string? LastError, long CreatedAt, long? EndedAt)
{
    /// <summary>Returns the description that the API sends.</summary>
    public DeliveryDescription Describe() => new(
        Guid.Parse(Id), Event, State, (int)Attempt, State == DeliveryState.Waiting ? DatabaseTime.Of(NextAt) : null, (int?)LastStatus, LastError, DatabaseTime.Of(CreatedAt), DatabaseTime.Of(EndedAt));
}
