using System.Security.Cryptography;
using System.Text;
using Slipway.Formats.Zip;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// Writes the JAR signature (v1) that Android before 7.0 checks: a manifest with the digest of each entry and, for each signer, a
/// signature file with the digests of the manifest's parts and its detached CMS signature. Source: JAR File Specification, Signed JAR
/// File; the attribute X-Android-APK-Signed is described in source.android.com, "APK Signature Scheme v2", Verification.
/// </summary>
internal static class JarSigner
{
    public const string ManifestName = "META-INF/MANIFEST.MF";
    public const string SchemesAttribute = "X-Android-APK-Signed";

    private const string Creator = "1.0 (Slipway)";

    /// <summary>Adds the signature to a package.</summary>
    /// <param name="output">The package, which already holds all other entries.</param>
    /// <param name="digests">Digests of the contents by <see cref="JarDigests.OfContents"/>.</param>
    /// <param name="options">Keys and API level.</param>
    public static void Append(ZipOutput output, Func<string, byte[]> digests, ApkSigningOptions options)
    {
        var digest = JarDigests.OfContents(options);
        var sections = output.Entries
            .Where(entry => !entry.Name.EndsWith('/'))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => (entry.Name, Text: Section(entry.Name, digests(entry.Name), digest)))
            .ToList();
        var manifest = Encoding.UTF8.GetBytes(
            Lines("Manifest-Version: 1.0", $"Created-By: {Creator}") + string.Concat(sections.Select(section => section.Text)));
        var signatureFile = Encoding.UTF8.GetBytes(SignatureFileHeader(manifest, digest, options) + string.Concat(
            sections.Select(section => Section(section.Name, CryptographicOperations.HashData(digest, Encoding.UTF8.GetBytes(section.Text)), digest))));

        Add(output, ManifestName, manifest, options);
        for (var index = 0; index < options.Signers.Count; index++)
        {
            var name = $"META-INF/CERT{(index == 0 ? "" : index + 1)}";
            var signer = options.Signers[index];
            Add(output, $"{name}.SF", signatureFile, options);
            Add(output, $"{name}.{Kind(signer.PrivateKey)}", JarSignatureBlock.Of(signatureFile, signer, options.MinSdk), options);
        }
    }

    private static string SignatureFileHeader(byte[] manifest, HashAlgorithmName digest, ApkSigningOptions options)
    {
        var schemes = string.Join(", ", new[] { options.V2 ? "2" : "", options.EffectiveV3 ? "3" : "" }.Where(scheme => scheme.Length > 0));
        var lines = new List<string>
        {
            "Signature-Version: 1.0",
            $"Created-By: {Creator}",
            $"{Attribute(digest)}-Manifest: {Convert.ToBase64String(CryptographicOperations.HashData(digest, manifest))}",
        };
        if (schemes.Length > 0)
            lines.Add($"{SchemesAttribute}: {schemes}");
        return Lines([.. lines]);
    }

    private static string Section(string name, byte[] value, HashAlgorithmName digest) =>
        Lines($"Name: {name}", $"{Attribute(digest)}: {Convert.ToBase64String(value)}");

    /// <summary>Returns the name of a digest attribute; Android before 4.3 knows SHA-1 only as 'SHA1', without a hyphen.</summary>
    private static string Attribute(HashAlgorithmName digest) => digest == HashAlgorithmName.SHA1 ? "SHA1-Digest" : "SHA-256-Digest";

    private static string Kind(AsymmetricAlgorithm key) => key switch
    {
        RSA => "RSA",
        ECDsa => "EC",
        _ => "DSA",
    };

    private static string Lines(params string[] lines) => string.Concat(lines.Select(JarText.Fold)) + "\r\n";

    private static void Add(ZipOutput output, string name, byte[] content, ApkSigningOptions options)
    {
        var deflated = Deflater.Whole(content, options.DeflateLevel);
        var entry = new ZipEntryHeader(name, deflated.IsStored ? ZipMethod.Store : ZipMethod.Deflate) { Crc = deflated.Crc, Size = content.Length };
        output.Add(entry, alignment: 4, deflated.IsStored ? content : deflated.Bytes.Span);
    }
}

/// <summary>
/// Formats lines of a JAR manifest: at most 72 bytes; a continuation line begins with a space (JAR File Specification, Notes on
/// Manifest and Signature Files).
/// </summary>
internal static class JarText
{
    private const int MaxLine = 70;

    /// <summary>Returns a folded header with its line end; no character is split.</summary>
    public static string Fold(string header)
    {
        if (Encoding.UTF8.GetByteCount(header) <= MaxLine)
            return header + "\r\n";
        var text = new StringBuilder();
        var used = 0;
        foreach (var rune in header.EnumerateRunes())
        {
            if (used + rune.Utf8SequenceLength > MaxLine)
            {
                text.Append("\r\n ");
                used = 1;
            }

            text.Append(rune.ToString());
            used += rune.Utf8SequenceLength;
        }

        return text.Append("\r\n").ToString();
    }
}
