using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Server.Credentials;

/// <summary>Checks an uploaded credential by every signing rule that needs no app. Messages contain nothing secret.</summary>
internal static class CredentialRules
{
    private const int MostBytes = 1 << 20;
    private const int MostChain = 8;
    private const int MostChainBytes = 64 << 10;
    private const int LongestText = 1024;

    /// <summary>The largest body of a request with a credential: base64 turns three bytes into four characters.</summary>
    public const int BodyLimit = 3 << 20;

    // Limits parallel checks: a keystore may ask for millions of rounds, which take seconds, and must not occupy all processors.
    private static readonly SemaphoreSlim Places = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Checks an uploaded credential, with a few checks at a time.</summary>
    /// <inheritdoc cref="Check"/>
    public static async Task<JudgedCredential> CheckUploadAsync(CredentialKind kind, string name, CredentialContent content, DateTimeOffset now, CancellationToken cancellation)
    {
        await Places.WaitAsync(cancellation);
        try
        {
            return Check(kind, name, content, now);
        }
        finally
        {
            Places.Release();
        }
    }

    /// <summary>Checks a credential.</summary>
    /// <param name="kind">The kind that the request declares.</param>
    /// <param name="name">Its name in problems.</param>
    /// <param name="content">The uploaded content.</param>
    /// <param name="now">The time to check validity periods against.</param>
    /// <exception cref="ProblemException">It cannot sign anything; lists every fault.</exception>
    public static JudgedCredential Check(CredentialKind kind, string name, CredentialContent content, DateTimeOffset now)
    {
        CheckSizes(content);
        var file = CredentialFile.InMemory(name, content.Content);
        try
        {
            return kind switch
            {
                CredentialKind.Certificate => CheckCertificate(file, content, now),
                CredentialKind.Profile => CheckProfile(file, now),
                _ => CheckKeystore(file, content, now),
            };
        }
        catch (CryptographicException e)
        {
            // The platform's readers do not support this kind of key or certificate.
            var format = kind switch
            {
                CredentialKind.Certificate => AppleSigningProblems.CertificateFormat,
                CredentialKind.Profile => AppleSigningProblems.ProfileFormat,
                _ => SigningProblems.KeystoreUnreadable,
            };
            throw new ProblemException(format.At(name, "A key or a certificate in the file cannot be read."), e);
        }
    }

    private static void CheckSizes(CredentialContent content)
    {
        if (content.Content.Length is 0 or > MostBytes)
            throw Invalid("content", $"A credential has 1 to {MostBytes} bytes.");
        if (content.Chain.Count > MostChain || content.Chain.Any(c => c is not { Length: > 0 and <= MostChainBytes }))
            throw Invalid("chain", $"There are at most {MostChain} certificates of issuers, of {MostChainBytes} bytes each.");
        foreach (var (where, text) in new[] { ("password", content.Password), ("alias", content.Alias), ("keyPassword", content.KeyPassword) })
        {
            if (text?.Length > LongestText)
                throw Invalid(where, $"The text is longer than {LongestText} characters.");
        }
    }

    private static JudgedCredential CheckKeystore(CredentialFile file, CredentialContent content, DateTimeOffset now)
    {
        var request = new KeystoreRequest(file, PasswordSource.Of(content.Password ?? ""), content.Alias, content.KeyPassword is { } password ? PasswordSource.Of(password) : null);
        var judged = SigningKeyLoader.Judge(request, now);
        judged.Key.PrivateKey.Dispose();
        Refuse(judged.Problems);
        var certificate = judged.Key.Certificate;
        var facts = new CredentialFacts { Subject = certificate.Subject, Fingerprint = Fingerprint(certificate), Key = KeyOf(certificate) };
        return new JudgedCredential(judged.Alias, facts, Utc(certificate.NotAfter), judged.Problems);
    }

    private static JudgedCredential CheckCertificate(CredentialFile file, CredentialContent content, DateTimeOffset now)
    {
        var chain = content.Chain.Select((bytes, i) => CredentialFile.InMemory($"chain[{i}]", bytes)).ToList();
        var verdict = AppleJudge.JudgeKey(file, PasswordSource.Of(content.Password ?? ""), chain, now);
        Refuse(verdict.Problems);
        var certificate = verdict.Certificates[0];
        var facts = new CredentialFacts
        {
            Subject = verdict.Certificate!.CommonName ?? certificate.Subject,
            Team = verdict.Certificate.Team,
            Fingerprint = Fingerprint(certificate),
            Key = KeyOf(certificate),
            Purpose = verdict.Certificate.Kind.ToString(),
            Certificates = [.. verdict.Certificates.Select(c => c.RawData)],
            Chain = content.Chain,
        };
        return new JudgedCredential(null, facts, Utc(certificate.NotAfter), verdict.Problems);
    }

    private static JudgedCredential CheckProfile(CredentialFile file, DateTimeOffset now)
    {
        var verdict = AppleJudge.JudgeProfile(file, now);
        Refuse(verdict.Problems);
        var profile = verdict.Profile!;
        var facts = new CredentialFacts
        {
            Subject = profile.Name,
            Team = profile.TeamIdentifiers.Count > 0 ? profile.TeamIdentifiers[0] : null,
            Purpose = profile.Kind.ToString(),
            AppIdentifier = profile.ApplicationIdentifier is { } id ? id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..] : null,
            Devices = profile.ProvisionedDevices?.Count,
            Listed = [.. profile.DeveloperCertificates.Select(Fingerprint)],
        };
        return new JudgedCredential(null, facts, profile.ExpirationDate, verdict.Problems);
    }

    // A profile for the App Store is valid, but no build here can use it.
    private static void Refuse(IReadOnlyList<Problem> problems)
    {
        if (problems.Any(p => p.Severity == Severity.Error && p.Kind != AppleSigningProblems.StoreRefused))
            throw new ProblemException(problems);
    }

    private static string Fingerprint(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawDataMemory.Span));

    private static string KeyOf(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var ec = certificate.GetECDsaPublicKey();
        return rsa is not null ? $"RSA {rsa.KeySize}" : $"EC {ec?.KeySize}";
    }

    private static DateTimeOffset Utc(DateTime time) => new(time.ToUniversalTime());

    private static ProblemException Invalid(string where, string message) => new(ServiceProblems.Invalid.At(where, message));
}
