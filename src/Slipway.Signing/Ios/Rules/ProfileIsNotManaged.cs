using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The profile is one that its owner manages.</summary>
internal sealed class ProfileIsNotManaged : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Profile is { IsXcodeManaged: true } profile)
            yield return AppleSigningProblems.XcodeManaged.At(facts.Request.Profile.Name, $"Xcode manages the profile '{profile.Name}'.");
    }
}
