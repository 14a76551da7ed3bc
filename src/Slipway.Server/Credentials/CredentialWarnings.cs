using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Server.Credentials;

/// <summary>Warnings about credentials that make a build fail, now or soon.</summary>
internal static class CredentialWarnings
{
    /// <summary>How many days before a credential expires the warnings begin.</summary>
    public const int Days = 30;

    /// <summary>Returns the warnings about a stored credential: that it expires, or that the service does not build for the App Store.</summary>
    public static IEnumerable<Problem> Of(CredentialRow row, DateTimeOffset now)
    {
        if (Expiry(row, now) is { } expiry)
            yield return expiry;
        if (row.KindOf == CredentialKind.Profile && row.ReadFacts().Purpose == nameof(ProfileKind.AppStore))
            yield return AppleSigningProblems.StoreRefused.At(row.Name, "The profile is for the App Store.");
    }

    /// <summary>Returns the warning that a credential has expired or expires soon; null if neither applies.</summary>
    public static Problem? Expiry(CredentialRow row, DateTimeOffset now)
    {
        if (DatabaseTime.Of(row.ExpiresAt) is not { } end || end - now >= TimeSpan.FromDays(Days))
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

    /// <summary>Returns why a profile fits none of the certificates: empty if one fits, or else the faults of the closest match.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="certificates">The facts about the certificates, each with its name.</param>
    /// <param name="now">The time to check validity periods against.</param>
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

    /// <summary>Returns a problem as a warning, because the credential is stored nevertheless.</summary>
    public static ProblemDescription Describe(Problem problem) =>
        new(problem.Code, nameof(Severity.Warning), problem.Where, problem.Message, problem.Remedy, problem.Blame.ToString());
}
