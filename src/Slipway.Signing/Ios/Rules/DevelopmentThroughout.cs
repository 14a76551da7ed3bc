using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>A development build has a profile and a certificate for development.</summary>
internal sealed class DevelopmentThroughout : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts.Wanted is not (MobileBuildType.Debug or MobileBuildType.Development))
            yield break;
        if (facts.Type is { } found and not MobileBuildType.Development)
            yield return AppleSigningProblems.NotDevelopment.At(facts.Request.Profile.Name, $"The build is for development; the profile '{facts.Profile!.Name}' is for {AppleTypes.Name(found)}.");
        if (facts.Certificate is { Kind: AppleCertificateKind.Distribution } certificate)
            yield return AppleSigningProblems.NotDevelopment.At(facts.Request.Certificate.Name, $"The build is for development; the certificate '{certificate.CommonName}' is for distribution.");
    }
}
