using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>Refuses builds for the App Store, because they would need a false statement about the SDK.</summary>
internal sealed class StoreIsRefused : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Wanted == MobileBuildType.AppStore)
            yield return AppleSigningProblems.StoreRefused.At("--type", "A build for the App Store was asked for.");
        else if (facts is { Type: MobileBuildType.AppStore, Wanted: null or MobileBuildType.Release })
            yield return AppleSigningProblems.StoreRefused.At(facts.Request.Profile.Name, $"The profile '{facts.Profile!.Name}' is for the App Store.");
    }
}
