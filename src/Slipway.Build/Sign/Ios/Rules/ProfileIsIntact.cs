using Slipway.Build.Problems;

namespace Slipway.Build.Sign.Ios.Rules;

/// <summary>The signature around the profile fits its content.</summary>
internal sealed class ProfileIsIntact : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Profile is { IsIntact: false })
            yield return AppleSigningProblems.ProfileInvalid.At(facts.Request.Profile, "The signature of the profile does not fit its content.");
    }
}
