using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// Verifies a JAR signature: the CMS signature of each signature file, its digests of the manifest, and the manifest's digests of the
/// entries. No entry may lack a digest, and no newer signature may have been removed. Source: JAR File Specification, Signature
/// Validation.
/// </summary>
internal sealed class JarVerifier(ZipReader zip, IReadOnlyDictionary<string, ContentHash> hashes, IReadOnlySet<ApkScheme> present, ApkIssues issues)
{
    private const int MaxMetadata = 64 << 20;

    private readonly List<ApkSigner> _signers = [];

    public IReadOnlyList<ApkSigner> Signers => _signers;

    public bool IsPresent => zip.Entries.Any(entry => IsSignatureFile(entry.Name));

    public bool Verify()
    {
        try
        {
            var manifestBytes = Read(JarSigner.ManifestName);
            var manifest = JarManifest.Parse(manifestBytes);
            foreach (var entry in zip.Entries.Where(entry => IsSignatureFile(entry.Name)))
                VerifySigner(entry.Name, manifestBytes, manifest);
            VerifyEntries(manifest);
        }
        catch (Exception broken) when (broken is MalformedInputException or CryptographicException or PlatformNotSupportedException)
        {
            issues.Add(ApkIssueKind.SignerMalformed, broken.Message);
        }

        return !issues.HasErrors;
    }

    private static bool IsSignatureFile(string name) =>
        ApkEntryNames.IsSignature(name) && name.EndsWith(".SF", StringComparison.OrdinalIgnoreCase);

    private byte[] Read(string name)
    {
        var entry = zip.Find(name) ?? throw new MalformedInputException("JAR signature", "a file is missing", entry: name);
        return entry.Size > MaxMetadata
            ? throw new MalformedInputException("JAR signature", "a file is too large", entry: name)
            : zip.ReadEntry(entry);
    }

    private void VerifySigner(string name, byte[] manifestBytes, JarManifest manifest)
    {
        var bytes = Read(name);
        var stem = name[..^2];
        var block = new[] { "RSA", "EC", "DSA" }.Select(kind => stem + kind).FirstOrDefault(file => zip.Find(file) is not null);
        if (block is null)
        {
            issues.Add(ApkIssueKind.SignerMalformed, "the signature itself is missing", name);
            return;
        }

        VerifyCms(bytes, block);
        var file = JarManifest.Parse(bytes);
        CheckStripping(file, name);
        if (!file.Main.Matches(manifestBytes, "-Manifest"))
            VerifySections(file, manifest, name);
    }

    private void VerifyCms(byte[] signatureFile, string name)
    {
        var cms = new SignedCms(new ContentInfo(signatureFile), detached: true);
        try
        {
            cms.Decode(Read(name));
            if (cms.SignerInfos.Count == 0 || cms.SignerInfos[0].Certificate is not { } certificate)
            {
                issues.Add(ApkIssueKind.SignerMalformed, "the signature has no signer", name);
                return;
            }

            _signers.Add(new ApkSigner(ApkScheme.V1, certificate, 1, ApkSchemes.V2FirstSdk - 1));
            if (!IsByOldDsa(cms.SignerInfos[0], certificate, signatureFile))
                cms.SignerInfos[0].CheckSignature(verifySignatureOnly: true);
        }
        catch (Exception broken) when (broken is CryptographicException or PlatformNotSupportedException)
        {
            issues.Add(ApkIssueKind.SignatureWrong, "the signature does not match the signature file", name);
        }
    }

    /// <summary>
    /// Returns whether a DSA signature that is named without its hash is valid; Android before API level 21 expects that name, and
    /// the platform refuses it.
    /// </summary>
    private static bool IsByOldDsa(SignerInfo signer, X509Certificate2 certificate, byte[] signatureFile)
    {
        if (signer.SignatureAlgorithm.Value != "1.2.840.10040.4.1" || signer.DigestAlgorithm.Value != "1.3.14.3.2.26" || signer.SignedAttributes.Count > 0)
            return false;
        using var key = certificate.GetDSAPublicKey();
        return key?.VerifySignature(CryptographicOperations.HashData(HashAlgorithmName.SHA1, signatureFile), signer.GetSignature(), DSASignatureFormat.Rfc3279DerSequence) == true;
    }

    private void VerifySections(JarManifest file, JarManifest manifest, string name)
    {
        var signed = file.Sections.Where(section => section.Name is not null).ToLookup(section => section.Name!, StringComparer.Ordinal);
        foreach (var section in manifest.Sections)
        {
            if (section.Name is null || signed[section.Name].FirstOrDefault() is not { } digest || !digest.Matches(section.Bytes.Span))
            {
                issues.Add(ApkIssueKind.DigestWrong, $"the manifest is not the one that was signed, at '{section.Name}'", name);
                return;
            }
        }
    }

    private void VerifyEntries(JarManifest manifest)
    {
        var sections = manifest.Sections.Where(section => section.Name is not null).ToLookup(section => section.Name!, StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (entry.IsFolder || ApkEntryNames.IsSignature(entry.Name))
                continue;
            if (sections[entry.Name].ToList() is not [var section])
                issues.Add(ApkIssueKind.EntryUnsigned, "the manifest does not name the entry exactly once", entry.Name);
            else if (!Matches(section, entry))
                issues.Add(ApkIssueKind.DigestWrong, "the content is not the one that was signed", entry.Name);
        }
    }

    private bool Matches(JarSection section, ZipEntry entry)
    {
        if (section.Digest() is not { } digest || !hashes.TryGetValue(entry.Name, out var hash))
            return false;
        if (digest.Algorithm == HashAlgorithmName.SHA256)
            return digest.Value.AsSpan().SequenceEqual(hash.ToArray());
        using var content = zip.OpenEntry(entry);
        return CryptographicOperations.HashData(digest.Algorithm, content).AsSpan().SequenceEqual(digest.Value);
    }

    private void CheckStripping(JarManifest file, string name)
    {
        if (!file.Main.Attributes.TryGetValue(JarSigner.SchemesAttribute, out var schemes))
            return;
        foreach (var scheme in schemes.Split(',', StringSplitOptions.TrimEntries))
        {
            if ((scheme == "2" && !present.Contains(ApkScheme.V2)) || (scheme == "3" && !present.Contains(ApkScheme.V3)))
                issues.Add(ApkIssueKind.Stripped, $"the package was signed with v{scheme} too, but that signature is gone", name);
        }
    }
}
