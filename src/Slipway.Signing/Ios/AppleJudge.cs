using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios.Rules;

namespace Slipway.Signing.Ios;

/// <summary>
/// Judges Apple's credentials before there is an app: a key alone, a profile alone, and both together, by the rules that hold for a
/// build. A rule that needs what is not there is silent.
/// </summary>
public static class AppleJudge
{
    private static readonly CredentialFile Nothing = CredentialFile.InMemory("", ReadOnlyMemory<byte>.Empty);
    private static readonly PasswordSource NoPassword = PasswordSource.Of("");

    /// <summary>Judges a key with its certificate; of several keys the one that is valid longest.</summary>
    /// <param name="certificate">A .p12.</param>
    /// <param name="password">Its password.</param>
    /// <param name="chain">Certificates of the issuers, where the .p12 does not hold them.</param>
    /// <param name="now">The time against which everything is judged.</param>
    public static AppleVerdict JudgeKey(CredentialFile certificate, PasswordSource password, IReadOnlyList<CredentialFile> chain, DateTimeOffset now)
    {
        var request = new AppleSigningRequest(certificate, password, Nothing) { Chain = chain };
        var problems = new List<Problem>();
        var files = AppleFiles.Read(request, AppleParts.Key, problems);
        var key = files.Keys.MaxBy(k => k.Certificate.NotAfter);
        var verdict = Judge(new AppleFacts
        {
            Request = request,
            BundleId = null,
            Wanted = null,
            Now = now,
            Candidates = [.. files.Keys.OrderByDescending(k => k.Certificate.NotAfter).Select(k => k.Certificate)],
            Chain = key is null ? null : CertificateChain.Complete(key.Certificate, [.. key.Chain.Skip(1), .. files.Issuers]),
            Certificate = key is null ? null : AppleCertificate.Describe(key.Certificate),
            Profile = null,
            Asked = [],
        });
        foreach (var opened in files.Keys)
            opened.PrivateKey.Dispose();
        return verdict with { Problems = [.. problems, .. verdict.Problems] };
    }

    /// <summary>Judges a profile.</summary>
    /// <param name="profile">A .mobileprovision.</param>
    /// <param name="now">The time against which everything is judged.</param>
    public static AppleVerdict JudgeProfile(CredentialFile profile, DateTimeOffset now) => JudgeProfile(profile, "", [], null, null, now);

    /// <summary>Judges a profile with certificates whose keys are elsewhere.</summary>
    /// <param name="profile">A .mobileprovision.</param>
    /// <param name="certificateName">What problems call the certificates' file.</param>
    /// <param name="certificates">The certificates of a .p12; the first that the profile lists is meant, or else the first.</param>
    /// <param name="bundleId">The id of the app; null when it is not known.</param>
    /// <param name="wanted">What the package is to be for; null for what the profile is for.</param>
    /// <param name="now">The time against which everything is judged.</param>
    public static AppleVerdict JudgeProfile(
        CredentialFile profile, string certificateName, IReadOnlyList<X509Certificate2> certificates, string? bundleId, MobileBuildType? wanted, DateTimeOffset now)
    {
        var request = new AppleSigningRequest(CredentialFile.InMemory(certificateName, ReadOnlyMemory<byte>.Empty), NoPassword, profile);
        var problems = new List<Problem>();
        var found = AppleFiles.Read(request, AppleParts.Profile, problems).Profile;
        var leaf = certificates.FirstOrDefault(c => found is not null && CertificateIsInProfile.Lists(found.DeveloperCertificates, c)) ?? (certificates.Count > 0 ? certificates[0] : null);
        var verdict = Judge(new AppleFacts
        {
            Request = request,
            BundleId = bundleId,
            Wanted = wanted,
            Now = now,
            Candidates = certificates,
            // The issuers were judged with the key.
            Chain = leaf is null ? null : new CertificateChain([leaf], null, null),
            Certificate = leaf is null ? null : AppleCertificate.Describe(leaf),
            Profile = found,
            Asked = [],
        });
        return verdict with { Problems = [.. problems, .. verdict.Problems] };
    }

    private static AppleVerdict Judge(AppleFacts facts) => new()
    {
        Certificates = facts.Candidates,
        Certificate = facts.Certificate,
        Profile = facts.Profile,
        Problems = [.. AppleRuleBook.Check(facts)],
    };
}
