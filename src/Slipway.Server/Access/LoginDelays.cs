namespace Slipway.Server.Access;

/// <summary>
/// How long the next login has to wait after some that failed. Nobody is locked out: a delay ends, and whoever has logged in from a
/// network before waits there only for failures of that account in that network.
/// </summary>
internal static class LoginDelays
{
    /// <summary>Failures are forgotten when there was none for so long.</summary>
    public static readonly TimeSpan Forget = TimeSpan.FromHours(1);

    /// <summary>For so long a network is known from which an account has logged in.</summary>
    public static readonly TimeSpan Known = TimeSpan.FromDays(90);

    private const int Free = 5;
    private const int FreeUnderAttack = 1;
    private const int AccountUnderAttack = 100;
    private const int FreeOfNetwork = 50;
    private const int NetworkStep = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestOfNetwork = TimeSpan.FromMinutes(1);

    /// <summary>After failures of one account in one network: it doubles with each.</summary>
    /// <param name="failures">Failures of the account in the network.</param>
    /// <param name="ofAccount">Failures of the account anywhere.</param>
    /// <param name="isKnown">Has the account logged in from the network before?</param>
    public static TimeSpan OfPair(long failures, long ofAccount, bool isKnown) =>
        Doubled(failures - (ofAccount >= AccountUnderAttack && !isKnown ? FreeUnderAttack : Free), Longest);

    /// <summary>After failures of any accounts in one network, for accounts that are not known there: it doubles with every few.</summary>
    public static TimeSpan OfNetwork(long failures) => failures < FreeOfNetwork ? TimeSpan.Zero : Doubled((failures - FreeOfNetwork) / NetworkStep, LongestOfNetwork);

    private static TimeSpan Doubled(long step, TimeSpan most) => step < 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(most.TotalSeconds, Math.Pow(2, Math.Min(step, 32))));
}
