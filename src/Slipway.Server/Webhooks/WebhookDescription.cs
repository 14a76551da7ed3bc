namespace Slipway.Server.Webhooks;

/// <summary>A webhook.</summary>
/// <param name="Id">Id.</param>
/// <param name="Url">Where events are sent.</param>
/// <param name="Events">Which.</param>
/// <param name="Enabled">Are events sent?</param>
/// <param name="CreatedAt">Since when.</param>
internal sealed record WebhookDescription(Guid Id, string Url, IReadOnlyList<string> Events, bool Enabled, DateTimeOffset CreatedAt);
