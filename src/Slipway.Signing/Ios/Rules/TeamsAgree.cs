using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>Certificate and profile belong to one team.</summary>
internal sealed class TeamsAgree : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts is { Certificate.Team: { } team, Profile: { } profile } && !profile.TeamIdentifiers.Contains(team, StringComparer.Ordinal))
        {
            yield return AppleSigningProblems.TeamMismatch.At(
                facts.Request.Profile.Name, $"The certificate belongs to team {team}; the profile '{profile.Name}' to {string.Join(", ", profile.TeamIdentifiers)}.");
        }
    }
}
