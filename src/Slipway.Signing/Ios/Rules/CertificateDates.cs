using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The certificate is valid, and does not expire soon.</summary>
internal sealed class CertificateDates : IAppleRule
{
    private const int WarningDays = 30;
    private const string Remedy = "Create a new certificate in the developer account, add it to the profile, and pass both to the build.";

    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Leaf is not { } certificate)
            yield break;
        var end = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        var start = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        var where = facts.Request.Certificate.Name;
        if (facts.Now > end)
            yield return SigningProblems.CertificateExpired.At(where, $"The certificate expired on {end:yyyy-MM-dd}.", Remedy);
        else if (facts.Now < start)
            yield return SigningProblems.CertificateNotYet.At(where, $"The certificate is not valid before {start:yyyy-MM-dd}.");
        else if (end - facts.Now < TimeSpan.FromDays(WarningDays))
            yield return SigningProblems.CertificateEndsSoon.At(where, $"The certificate expires on {end:yyyy-MM-dd}.");
    }
}
