namespace Slipway.Server.Webhooks;

/// <summary>When to try again: after ten seconds, then three times as long each time, up to six hours; eleven times in about a day.</summary>
internal static class DeliverySchedule
{
    /// <summary>Tries before a delivery is given up.</summary>
    public const int Attempts = 11;

    private const double FirstSeconds = 10;
    private const double Factor = 3;
    private const double LongestSeconds = 6 * 3600;
    private const double Spread = 0.2;

    /// <summary>The pause after a try.</summary>
    /// <param name="attempt">Which try it was, from 1.</param>
    /// <param name="chance">0 to 1: pauses differ, so that a receiver that comes back is not met by all at once.</param>
    public static TimeSpan After(long attempt, double chance) =>
        TimeSpan.FromSeconds(Math.Min(FirstSeconds * Math.Pow(Factor, attempt - 1), LongestSeconds) * (1 - Spread + (2 * Spread * chance)));
}
