namespace Slipway.Server.Webhooks;

/// <summary>The pauses between attempts: ten seconds, then three times as long each time, up to six hours; eleven attempts in about a day.</summary>
internal static class DeliverySchedule
{
    /// <summary>Number of attempts before a delivery is dead.</summary>
    public const int Attempts = 11;

    private const double FirstSeconds = 10;
    private const double Factor = 3;
    private const double LongestSeconds = 6 * 3600;
    private const double Spread = 0.2;

    /// <summary>Returns the pause after an attempt.</summary>
    /// <param name="attempt">The number of the attempt, from 1.</param>
    /// <param name="chance">A random number from 0 to 1. It varies the pauses, so that a receiver that recovers does not get all deliveries at once.</param>
    public static TimeSpan After(long attempt, double chance) =>
        TimeSpan.FromSeconds(Math.Min(FirstSeconds * Math.Pow(Factor, attempt - 1), LongestSeconds) * (1 - Spread + (2 * Spread * chance)));
}
