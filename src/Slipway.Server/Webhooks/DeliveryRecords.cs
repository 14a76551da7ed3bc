namespace Slipway.Server.Webhooks;

/// <summary>A delivery of an event to a webhook.</summary>
/// <param name="Id">Id; the receiver gets it as <c>Slipway-Delivery</c>.</param>
/// <param name="Event">The event.</param>
/// <param name="State">Waiting, Delivered or Dead.</param>
/// <param name="Attempts">Number of attempts.</param>
/// <param name="NextAt">Time of the next attempt; null if there is none.</param>
/// <param name="LastStatus">HTTP status of the last answer; null if there was none.</param>
/// <param name="LastError">Why the last attempt failed.</param>
/// <param name="CreatedAt">When the event happened.</param>
/// <param name="EndedAt">When it was delivered or the last attempt failed.</param>
internal sealed record DeliveryDescription(
    Guid Id, string Event, string State, int Attempts, DateTimeOffset? NextAt, int? LastStatus, string? LastError, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt);

/// <summary>The result of an attempt.</summary>
/// <param name="Status">HTTP status of the answer; null if there was none.</param>
/// <param name="Error">Why it failed; null if it succeeded.</param>
/// <param name="Final">Whether further attempts are pointless.</param>
internal sealed record DeliveryResult(int? Status, string? Error, bool Final);

/// <summary>A delivery in the log of a webhook.</summary>
internal sealed record DeliveryRow(string Id, string Event, string State, long Attempt, long NextAt, long? LastStatus, string? LastError, long CreatedAt, long? EndedAt)
{
    /// <summary>Returns the description that the API sends.</summary>
    public DeliveryDescription Describe() => new(
        Guid.Parse(Id), Event, State, (int)Attempt, State == DeliveryState.Waiting ? DatabaseTime.Of(NextAt) : null, (int?)LastStatus, LastError, DatabaseTime.Of(CreatedAt), DatabaseTime.Of(EndedAt));
}

/// <summary>A delivery that this server has claimed.</summary>
internal sealed record DueDelivery(string Id, string WebhookId, string OrganisationId, string Event, string Payload, long Attempt, long CreatedAt, string Url, string Secret);

/// <summary>States of deliveries in the database.</summary>
internal static class DeliveryState
{
    /// <summary>It waits for its first or next attempt.</summary>
    public const string Waiting = "Waiting";

    /// <summary>The receiver answered with 2xx.</summary>
    public const string Delivered = "Delivered";

    /// <summary>All attempts failed, or further ones are pointless.</summary>
    public const string Dead = "Dead";
}
