using System.Data.Common;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Server.Credentials;

/// <summary>Selects the certificate and the provisioning profile of a build for iOS, and checks them together by the rules of signing.</summary>
internal sealed class IosSelection(CredentialStore store, CredentialResolver sources)
{
    /// <summary>Selects them.</summary>
    /// <exception cref="ProblemException">No certificate or profile can sign, or they do not fit each other or the build.</exception>
    public async Task<SelectedCredentials> ResolveAsync(DbConnection connection, DbTransaction transaction, BuildToSign demand)
    {
        var certificate = await CredentialResolver.FindAsync(connection, transaction, demand, CredentialKind.Certificate, demand.Named.Certificate);
        var profile = await CredentialResolver.FindAsync(connection, transaction, demand, CredentialKind.Profile, demand.Named.Profile);
        if (demand.Type is null && certificate is null && profile is null)
            return new SelectedCredentials(MobileBuildType.Simulator, new LaunchCredentials());
        var now = await store.NowAsync(connection, transaction);
        var certificateFacts = certificate is null ? null : await sources.CheckAsync(connection, transaction, demand.Organisation, certificate, now);
        profile ??= await ProfileAsync(connection, transaction, demand, certificateFacts, now);
        var profileFacts = await sources.CheckAsync(connection, transaction, demand.Organisation, profile, now);
        certificate ??= await CertificateAsync(connection, transaction, demand, profileFacts);
        certificateFacts ??= await sources.CheckAsync(connection, transaction, demand.Organisation, certificate, now);
        var content = await sources.OpenAsync(connection, transaction, demand.Organisation, profile);
        try
        {
            var type = Judge(demand, CredentialFile.InMemory(profile.Name, content.Content), certificate.Name, certificateFacts, now);
            return new SelectedCredentials(type, new LaunchCredentials(Certificate: certificate.Reference, Profile: profile.Reference));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content.Content);
        }
    }

    private static MobileBuildType Judge(BuildToSign demand, CredentialFile profile, string certificateName, CredentialFacts certificate, DateTimeOffset now)
    {
        var certificates = certificate.Certificates.Select(bytes => X509CertificateLoader.LoadCertificate(bytes)).ToList();
        var verdict = AppleJudge.JudgeProfile(profile, certificateName, certificates, demand.AppIdentifier, demand.Type, now);
        certificates.ForEach(c => c.Dispose());
        if (verdict.Problems.Any(p => p.Severity == Severity.Error))
            throw new ProblemException(verdict.Problems);
        return AppleTypes.Of(verdict.Profile!.Kind);
    }

    /// <summary>
    /// Returns the best profile for the build. Preferred are, in this order, profiles that have not expired, that the app may
    /// use, that list the certificate, that are the closest match, and that are valid longest.
    /// </summary>
    private static async Task<CredentialReference> ProfileAsync(DbConnection connection, DbTransaction transaction, BuildToSign demand, CredentialFacts? certificate, DateTimeOffset now)
    {
        var serving = await CredentialStore.ServingAsync(connection, transaction, demand.Organisation, CredentialKind.Profile, demand.EnvironmentKey, demand.ApplicationKey);
        var best = serving
            .Select(row => (Row: row, Facts: row.ReadFacts()))
            .Where(p => demand.Type is null || p.Facts.Purpose == AppleTypes.KindOf(demand.Type.Value).ToString())
            .OrderByDescending(p => CredentialWarnings.Expiry(p.Row, now) is not { Severity: Severity.Error })
            .ThenByDescending(p => p.Facts.MayBe(demand.AppIdentifier))
            .ThenByDescending(p => certificate is null || p.Facts.Lists(certificate))
            .ThenByDescending(p => p.Row.Nearness)
            .ThenByDescending(p => p.Row.ExpiresAt)
            .Select(p => p.Row)
            .FirstOrDefault();
        return best is null ? throw Missing(demand, "profile") : new CredentialReference(best);
    }

    private static async Task<CredentialReference> CertificateAsync(DbConnection connection, DbTransaction transaction, BuildToSign demand, CredentialFacts profile)
    {
        var serving = await CredentialStore.ServingAsync(connection, transaction, demand.Organisation, CredentialKind.Certificate, demand.EnvironmentKey, demand.ApplicationKey);
        var best = serving.OrderByDescending(row => profile.Lists(row.ReadFacts())).ThenByDescending(row => row.Nearness).ThenByDescending(row => row.ExpiresAt).FirstOrDefault();
        return best is null ? throw Missing(demand, "certificate") : new CredentialReference(best);
    }

    private static ProblemException Missing(BuildToSign demand, string what) => new(AppleSigningProblems.CredentialsMissing.At(
        $"credentials.{what}",
        $"There is no {what} for {(demand.Type is { } type ? $"a build of the type {type}" : "the build")} that the application and the environment may use.",
        "Upload a certificate and a profile with slipway credentials add, or name them at the launch; or build with the type Simulator."));
}
