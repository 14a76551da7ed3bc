using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The profile is valid, and does not expire soon.</summary>
internal sealed class ProfileDates : IAppleRule
{
    private const int WarningDays = 30;

    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Profile is not { } profile)
            yield break;
        if (facts.Now >= profile.ExpirationDate)
            yield return AppleSigningProblems.ProfileExpired.At(facts.Request.Profile.Name, $"The profile '{profile.Name}' expired on {profile.ExpirationDate:yyyy-MM-dd}.");
        else if (profile.ExpirationDate - facts.Now < TimeSpan.FromDays(WarningDays))
            yield return AppleSigningProblems.ProfileEndsSoon.At(facts.Request.Profile.Name, $"The profile '{profile.Name}' expires on {profile.ExpirationDate:yyyy-MM-dd}.");
    }
}
