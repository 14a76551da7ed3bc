using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The profile allows the id of the app.</summary>
internal sealed class IdFitsProfile : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Profile is not { } profile)
            yield break;
        if (profile.ApplicationIdentifier is not { } pattern || AppIdPattern.Parse(pattern) is not { } parsed)
            yield return AppleSigningProblems.ProfileInvalid.At(facts.Request.Profile.Name, $"The profile '{profile.Name}' has no application-identifier.");
        else if (facts.BundleId is { } id && !parsed.Allows(id))
            yield return AppleSigningProblems.IdMismatch.At(facts.Request.Profile.Name, $"The id of the app is {id}; the profile '{profile.Name}' is for {parsed.Id}.");
    }
}
