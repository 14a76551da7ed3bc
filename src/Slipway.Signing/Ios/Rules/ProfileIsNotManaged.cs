using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>Xcode does not manage the profile.</summary>
internal sealed class ProfileIsNotManaged : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Profile is { IsXcodeManaged: true } profile)
            yield return AppleSigningProblems.XcodeManaged.At(facts.Request.Profile.Name, $"Xcode manages the profile '{profile.Name}'.");
    }
}
