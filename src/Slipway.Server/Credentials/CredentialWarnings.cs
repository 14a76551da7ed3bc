using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Server.Credentials;

/// <summary>What will hinder a build with a credential, now or soon.</summary>
internal static class CredentialWarnings
{
    /// <summary>Days before the end of a credential from which on its owner is warned.</summary>
    public const int Days = 30;

    /// <summary>What a kept credential has against it: its end, and that nothing is built for the store.</summary>
    public static IEnumerable<Problem> Of(CredentialRow row, DateTimeOffset now)
    {
        if (Expiry(row, now) is { } expiry)
            yield return expiry;
        if (row.KindOf == CredentialKind.Profile && row.ReadFacts().Purpose == nameof(ProfileKind.AppStore))
            yield return AppleSigningProblems.StoreRefused.At(row.Name, "The profile is for the App Store.");
    }

    /// <summary>That a credential has ended, or ends soon; null when neither is so.</summary>
    public static Problem? Expiry(CredentialRow row, DateTimeOffset now)
    {
        if (Times.Of(row.ExpiresAt) is not { } end || end - now >= TimeSpan.FromDays(Days))
            return null;
        var isProfile = row.KindOf == CredentialKind.Profile;
        var what = isProfile ? "profile" : "certificate";
        return now >= end
            ? Expired(row.KindOf).At(row.Name, $"The {what} expired on {end:yyyy-MM-dd}.")
            : (isProfile ? AppleSigningProblems.ProfileEndsSoon : SigningProblems.CertificateEndsSoon).At(row.Name, $"The {what} expires on {end:yyyy-MM-dd}.");
    }

    private static ProblemKind Expired(CredentialKind kind) => kind switch
    {
        CredentialKind.Profile => AppleSigningProblems.ProfileExpired,
        CredentialKind.Certificate => SigningProblems.CertificateExpired,
        _ => SigningProblems.KeyExpired,
    };

    /// <summary>What is between a profile and certificates: nothing when one of them fits, or else what the one that is nearest lacks.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="certificates">What is known of the certificates, each with its name.</param>
    /// <param name="now">The time against which everything is judged.</param>
    public static IReadOnlyList<Problem> Between(CredentialFile profile, IReadOnlyList<(string Name, CredentialFacts Facts)> certificates, DateTimeOffset now)
    {
        var alone = AppleJudge.JudgeProfile(profile, now).Problems;
        IReadOnlyList<Problem>? least = null;
        foreach (var (name, facts) in certificates)
        {
            var loaded = facts.Certificates.Select(bytes => X509CertificateLoader.LoadCertificate(bytes)).ToList();
            IReadOnlyList<Problem> found = [.. AppleJudge.JudgeProfile(profile, name, loaded, null, null, now).Problems.Except(alone).Where(p => p.Severity == Severity.Error)];
            loaded.ForEach(c => c.Dispose());
            least = least is null || found.Count < least.Count ? found : least;
        }

        return least ?? [];
    }

    /// <summary>A problem as a warning: the credential is kept all the same.</summary>
    public static ProblemDescription Describe(Problem problem) =>
        new(problem.Code, nameof(Severity.Warning), problem.Where, problem.Message, problem.Remedy, problem.Blame.ToString());
}
