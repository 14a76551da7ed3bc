using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Slipway.Formats.Keys;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// The JAR signature (v1) that Android before 7.0 checks: a manifest with the digest of each entry, a signature file with the
/// digests of the manifest's parts, and a detached CMS signature of that for each signer. Source: JAR File Specification,
/// Signed JAR File; the attribute X-Android-APK-Signed is described in source.android.com, "APK Signature Scheme v2", Verification.
/// </summary>
internal static class JarSigner
{
    public const string ManifestName = "META-INF/MANIFEST.MF";
    public const string SchemesAttribute = "X-Android-APK-Signed";
    public const string DigestAttribute = "SHA-256-Digest";
    public const string ManifestDigestAttribute = "SHA-256-Digest-Manifest";

    private const string Creator = "1.0 (Slipway)";

    public static void Append(ZipOutput output, IReadOnlyDictionary<string, ContentHash> hashes, ApkSigningOptions options)
    {
        var sections = output.Entries
            .Where(entry => !entry.Name.EndsWith('/'))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => (entry.Name, Text: Section(entry.Name, hashes[entry.Name].ToArray())))
            .ToList();
        var manifest = Encoding.UTF8.GetBytes(
            Lines("Manifest-Version: 1.0", $"Created-By: {Creator}") + string.Concat(sections.Select(section => section.Text)));
        var signatureFile = Encoding.UTF8.GetBytes(SignatureFileHeader(manifest, options) + string.Concat(
            sections.Select(section => Section(section.Name, SHA256.HashData(Encoding.UTF8.GetBytes(section.Text))))));

        Add(output, ManifestName, manifest, options);
        for (var index = 0; index < options.Signers.Count; index++)
        {
            var name = $"META-INF/CERT{(index == 0 ? "" : index + 1)}";
            var signer = options.Signers[index];
            Add(output, $"{name}.SF", signatureFile, options);
            Add(output, $"{name}.{(signer.PrivateKey is RSA ? "RSA" : "EC")}", Sign(signatureFile, signer), options);
        }
    }

    private static string SignatureFileHeader(byte[] manifest, ApkSigningOptions options)
    {
        var schemes = string.Join(", ", new[] { options.V2 ? "2" : "", options.EffectiveV3 ? "3" : "" }.Where(scheme => scheme.Length > 0));
        var lines = new List<string>
        {
            "Signature-Version: 1.0",
            $"Created-By: {Creator}",
            $"{ManifestDigestAttribute}: {Convert.ToBase64String(SHA256.HashData(manifest))}",
        };
        if (schemes.Length > 0)
            lines.Add($"{SchemesAttribute}: {schemes}");
        return Lines([.. lines]);
    }

    private static string Section(string name, byte[] digest) =>
        Lines($"Name: {name}", $"{DigestAttribute}: {Convert.ToBase64String(digest)}");

    private static string Lines(params string[] lines) => string.Concat(lines.Select(JarText.Fold)) + "\r\n";

    private static byte[] Sign(byte[] signatureFile, SigningKey key)
    {
        AsymmetricAlgorithm privateKey = key.PrivateKey is ECDsa ec ? DeterministicEcdsa.Of(ec) : key.PrivateKey;
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.Certificate, privateKey)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1", "SHA256"),
            IncludeOption = System.Security.Cryptography.X509Certificates.X509IncludeOption.EndCertOnly,
        };
        foreach (var issuer in key.Chain.Skip(1))
            signer.Certificates.Add(issuer);
        var cms = new SignedCms(new ContentInfo(signatureFile), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    private static void Add(ZipOutput output, string name, byte[] content, ApkSigningOptions options)
    {
        var deflated = Deflater.Whole(content, options.DeflateLevel);
        var entry = new ZipEntryHeader(name, deflated.IsStored ? ZipMethod.Store : ZipMethod.Deflate) { Crc = deflated.Crc, Size = content.Length };
        output.Add(entry, alignment: 4, deflated.IsStored ? content : deflated.Bytes.Span);
    }
}
