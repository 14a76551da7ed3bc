using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Problems;

namespace Slipway.Signing.Ios.Rules;

/// <summary>The profile lists a certificate of the .p12.</summary>
internal sealed class CertificateIsInProfile : IAppleRule
{
    private const int HashDigits = 8;
    private const int MostListed = 8;

    public IEnumerable<Problem> Check(AppleFacts facts)
    {
        if (facts is not { Profile: { } profile, Candidates.Count: > 0 } || facts.Candidates.Any(c => Lists(profile.DeveloperCertificates, c)))
            yield break;
        yield return AppleSigningProblems.CertificateNotInProfile.At(
            facts.Request.Profile.Name, $"The profile '{profile.Name}' lists {Describe(profile.DeveloperCertificates)}; the .p12 holds {Describe(facts.Candidates)}.");
    }

    /// <summary>Returns whether a profile lists a certificate, compared byte by byte.</summary>
    public static bool Lists(IReadOnlyList<X509Certificate2> list, X509Certificate2 certificate) =>
        list.Any(c => c.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span));

    private static string Describe(IReadOnlyList<X509Certificate2> certificates)
    {
        if (certificates.Count == 0)
            return "none";
        var names = certificates.Take(MostListed).Select(c => $"'{c.GetNameInfo(X509NameType.SimpleName, forIssuer: false)}' ({c.Thumbprint[..HashDigits]})");
        return string.Join(", ", names) + (certificates.Count > MostListed ? $" and {certificates.Count - MostListed} more" : "");
    }
}
