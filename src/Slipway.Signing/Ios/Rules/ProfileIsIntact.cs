using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The signature of the profile matches its content.</summary>
internal sealed class ProfileIsIntact : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Profile is { IsIntact: false })
            yield return AppleSigningProblems.ProfileInvalid.At(facts.Request.Profile.Name, "The signature of the profile does not match its content.");
    }
}
