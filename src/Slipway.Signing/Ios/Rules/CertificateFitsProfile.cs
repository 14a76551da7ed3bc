using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>Certificate and profile are both for development or both for distribution.</summary>
internal sealed class CertificateFitsProfile : IAppleRule
{
    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        // Another rule checks builds for development.
        if (facts.Wanted is MobileBuildType.Debug or MobileBuildType.Development || facts is not { Certificate: { } certificate, Type: { } type })
            yield break;
        var expected = type == MobileBuildType.Development ? AppleCertificateKind.Development : AppleCertificateKind.Distribution;
        if (certificate.Kind is AppleCertificateKind.Development or AppleCertificateKind.Distribution && certificate.Kind != expected)
        {
            yield return AppleSigningProblems.TypeMismatch.At(
                facts.Request.Certificate.Name,
                $"The profile '{facts.Profile!.Name}' is for {AppleTypes.Name(type)} and expects a certificate for {Name(expected)}; '{certificate.CommonName}' is for {Name(certificate.Kind)}.");
        }
    }

    private static string Name(AppleCertificateKind kind) => kind == AppleCertificateKind.Development ? "development" : "distribution";
}
