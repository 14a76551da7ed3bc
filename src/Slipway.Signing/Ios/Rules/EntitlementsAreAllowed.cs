using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The profile allows every entitlement that the app requests.</summary>
internal sealed class EntitlementsAreAllowed : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Profile is not { } profile)
            yield break;
        foreach (var (key, value) in facts.Asked)
        {
            if (key == PushFitsProfile.Key)
                continue;
            var allowed = profile.Entitlements[key];
            if (!EntitlementMatch.Allows(allowed, value))
            {
                yield return AppleSigningProblems.EntitlementNotAllowed.At(
                    facts.Request.Entitlements!.Name,
                    $"The app requests {key} = {EntitlementMatch.Text(value)}; the profile '{profile.Name}' {(allowed is null ? "does not have it" : "allows " + EntitlementMatch.Text(allowed))}.");
            }
        }
    }
}
