using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The profile is for iOS; old profiles do not name a platform.</summary>
internal sealed class ProfileIsForIos : IAppleRule
{
    private const string Ios = "iOS";

    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Profile is { Platforms: { Count: > 0 } platforms } && !platforms.Contains(Ios, StringComparer.OrdinalIgnoreCase))
            yield return AppleSigningProblems.ProfileInvalid.At(facts.Request.Profile.Name, $"The profile is for {string.Join(", ", platforms)}; expected {Ios}.");
    }
}
