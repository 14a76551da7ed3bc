namespace Slipway.Server.Webhooks;

/// <summary>The result of an attempt.</summary>
/// <param name="Status">HTTP status of the answer; null if there was none.</param>
/// <param name="Error">Why it failed; null if it succeeded.</param>
/// <param name="Final">Whether further attempts are pointless.</param>
internal sealed record DeliveryResult(int? Status, string? Error, bool Final);
