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
