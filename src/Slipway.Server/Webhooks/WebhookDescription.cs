namespace Slipway.Server.Webhooks;

/// <summary>A webhook.</summary>
/// <param name="Id">Id.</param>
/// <param name="Url">Where events are sent.</param>
/// <param name="Events">The events to send.</param>
/// <param name="Enabled">Whether events are sent.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record WebhookDescription(Guid Id, string Url, IReadOnlyList<string> Events, bool Enabled, DateTimeOffset CreatedAt);
