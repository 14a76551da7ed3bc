using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The profile is of the kind that the requested type needs.</summary>
internal sealed class TypeFitsProfile : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts is { Wanted: { } wanted, Type: { } found } && wanted is not (MobileBuildType.Debug or MobileBuildType.Development) && !AppleTypes.Fits(wanted, found))
        {
            yield return AppleSigningProblems.TypeMismatch.At(
                facts.Request.Profile.Name, $"The build is for {AppleTypes.Name(wanted)}; the profile '{facts.Profile!.Name}' is for {AppleTypes.Name(found)}.");
        }
    }
}
