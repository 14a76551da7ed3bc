using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios.Rules;

namespace Slipway.Signing.Ios;

/// <summary>
/// Checks Apple's credentials without an app, by the rules of a build: a key alone, a profile alone, or both together. Rules that
/// need missing data report nothing.
/// </summary>
public static class AppleJudge
{
    private static readonly CredentialFile Nothing = CredentialFile.InMemory("", ReadOnlyMemory<byte>.Empty);
    private static readonly PasswordSource NoPassword = PasswordSource.Of("");

    /// <summary>Checks a key with its certificate; of several keys the one that expires last.</summary>
    /// <param name="certificate">A .p12.</param>
    /// <param name="password">Its password.</param>
    /// <param name="chain">Certificates of the issuers, if the .p12 does not hold them.</param>
    /// <param name="now">The time at which certificates and profiles must be valid.</param>
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
    /// <param name="now">The time at which certificates and profiles must be valid.</param>
    public static AppleVerdict JudgeProfile(CredentialFile profile, DateTimeOffset now) => JudgeProfile(profile, "", [], null, null, now);

    /// <summary>Checks a profile together with certificates whose keys are elsewhere.</summary>
    /// <param name="profile">A .mobileprovision.</param>
    /// <param name="certificateName">Name of the certificates' file in problems.</param>
    /// <param name="certificates">The certificates of a .p12; the first one that the profile lists is checked, or else the first.</param>
    /// <param name="bundleId">The id of the app; null when it is not known.</param>
    /// <param name="wanted">The requested type of the package; null to use that of the profile.</param>
    /// <param name="now">The time at which certificates and profiles must be valid.</param>
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
            // The issuers were checked with the key.
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

/// <summary>The result of checking Apple's credentials without an app.</summary>
public sealed record AppleVerdict
{
    /// <summary>The certificates of all keys; empty when they could not be read.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; init; } = [];

    /// <summary>The fields of the certificate to sign with.</summary>
    public AppleCertificate? Certificate { get; init; }

    /// <summary>The profile.</summary>
    public ProvisioningProfile? Profile { get; init; }

    /// <summary>The problems of all severities; empty when there are none.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }
}
