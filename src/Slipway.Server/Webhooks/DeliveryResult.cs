namespace Slipway.Server.Webhooks;

/// <summary>What came of a try.</summary>
/// <param name="Status">HTTP status of the answer; null when there was none.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="Final">Would it fail the same way again?</param>
internal sealed record DeliveryResult(int? Status, string? Error, bool Final);
