namespace Slipway.Server.Access;

/// <summary>
/// Computes how long the next login must wait after failed ones. Nobody is locked out: every delay ends, and an account that has
/// logged in from a network before waits there only for its own failures in that network.
/// </summary>
internal static class LoginDelays
{
    /// <summary>Failures are forgotten after this time without a further failure.</summary>
    public static readonly TimeSpan Forget = TimeSpan.FromHours(1);

    /// <summary>How long a network stays known for an account that has logged in from it.</summary>
    public static readonly TimeSpan Known = TimeSpan.FromDays(90);

    private const int Free = 5;
    private const int FreeUnderAttack = 1;
    private const int AccountUnderAttack = 100;
    private const int FreeOfNetwork = 50;
    private const int NetworkStep = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestOfNetwork = TimeSpan.FromMinutes(1);

    /// <summary>Returns the delay after failures of one account in one network; it doubles with each failure.</summary>
    /// <param name="failures">Failures of the account in the network.</param>
    /// <param name="ofAccount">Failures of the account anywhere.</param>
    /// <param name="isKnown">Whether the account has logged in from the network before.</param>
    public static TimeSpan OfPair(long failures, long ofAccount, bool isKnown) =>
        Doubled(failures - (ofAccount >= AccountUnderAttack && !isKnown ? FreeUnderAttack : Free), Longest);

    /// <summary>Returns the delay after failures of any accounts in one network, for accounts not known there; it doubles with every few failures.</summary>
    public static TimeSpan OfNetwork(long failures) => failures < FreeOfNetwork ? TimeSpan.Zero : Doubled((failures - FreeOfNetwork) / NetworkStep, LongestOfNetwork);

    private static TimeSpan Doubled(long step, TimeSpan most) => step < 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(most.TotalSeconds, Math.Pow(2, Math.Min(step, 32))));
}
