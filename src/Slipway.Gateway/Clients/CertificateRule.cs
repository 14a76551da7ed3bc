using System.Security.Cryptography.X509Certificates;
using Slipway.Gateway.Configuration;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Clients;

/// <summary>Decides which certificates of clients are accepted, by their authority, their names and a list of revoked certificates.</summary>
public sealed class CertificateRule
{
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private readonly X509Certificate2Collection _authorities;
    private readonly IReadOnlyList<string> _names;
    private readonly RevocationList? _revocations;
    private readonly TimeProvider _clock;

    private CertificateRule(X509Certificate2Collection authorities, IReadOnlyList<string> names, RevocationList? revocations, TimeProvider clock) =>
        (_authorities, _names, _revocations, _clock) = (authorities, names, revocations, clock);

    /// <summary>Reads the files that the settings name.</summary>
    /// <returns>Null when clients need no certificate.</returns>
    /// <exception cref="ProblemException">A file cannot be used.</exception>
    public static CertificateRule? Read(ClientSettings settings, TimeProvider clock)
    {
        if (settings.CertificateAuthority is not { } path)
            return null;
        var authorities = PemFiles.Certificates(path);
        if (settings.Revocations is not { } list)
            return new CertificateRule(authorities, settings.CertificateNames, null, clock);
        try
        {
            var revocations = RevocationList.Read(File.ReadAllBytes(list), authorities);
            return revocations.NextUpdate is { } end && end < clock.GetUtcNow()
                ? throw new FormatException($"The list expired at {end:u}; certificates that were revoked since then are not in it.")
                : new CertificateRule(authorities, settings.CertificateNames, revocations, clock);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new ProblemException(GatewayProblems.CertificateUnusable.At(list, e is FormatException ? e.Message : "The file cannot be opened."), e);
        }
    }

    /// <summary>Returns the name by which a certificate is accepted; null when it is refused.</summary>
    /// <param name="certificate">The certificate of the client, which proved to have the key.</param>
    /// <param name="others">The intermediate certificates that the client sent along.</param>
    public string? NameOf(X509Certificate2 certificate, X509Certificate2Collection? others)
    {
        if (_revocations is { NextUpdate: { } end } && end < _clock.GetUtcNow())
            return null;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid(ClientAuthentication));
        chain.ChainPolicy.VerificationTimeIgnored = false;
        chain.ChainPolicy.VerificationTime = _clock.GetUtcNow().UtcDateTime;
        if (others is not null)
            chain.ChainPolicy.ExtraStore.AddRange(others);
        if (!chain.Build(certificate) || (_revocations is { } list && chain.ChainElements.Any(e => list.Contains(e.Certificate))))
            return null;
        var names = Names(certificate);
        return _names.Count == 0 ? names.FirstOrDefault() ?? certificate.Subject : names.FirstOrDefault(n => _names.Any(p => Matches(p, n)));
    }

    // A DNS name contains neither of these characters, and both have a meaning in the library's patterns.
    private static bool Matches(string pattern, string name) =>
        pattern.AsSpan().IndexOfAny('?', '\\') < 0 && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true);

    // RFC 6125, 6.4.4: the common name counts only when the certificate has no names of the right kind.
    private static List<string> Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(e => e.EnumerateDnsNames()).ToList();
        if (names.Count == 0 && certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) is { Length: > 0 } name)
            names.Add(name);
        return names;
    }
}
