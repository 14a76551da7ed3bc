using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// Verifies the signers of a v2 or v3 block. Source: source.android.com, "APK Signature Scheme v2" and "v3", Verification; a device
/// checks the strongest algorithm only, this class checks every known one.
/// </summary>
internal sealed class SchemeVerifier(ApkScheme scheme, SigningBlockReader block, Func<HashAlgorithmName, byte[]> digestOf, List<ApkIssue> issues)
{
    private const int MaxSigners = 10;

    private readonly List<ApkSigner> _signers = [];
    private bool _hasErrors;

    public IReadOnlyList<ApkSigner> Signers => _signers;

    /// <summary>Returns true when every signer is valid.</summary>
    public bool Verify(ReadOnlyMemory<byte> value)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> signers;
        try
        {
            signers = new LengthPrefixedReader(value).Sequence().All();
        }
        catch (MalformedInputException broken)
        {
            Issues(0).Add(ApkIssueKind.SignerMalformed, broken.Message);
            return false;
        }

        if (signers.Count is 0 or > MaxSigners)
            Report(Issues(0), ApkIssueKind.SignerMalformed, $"there are {signers.Count} signers");
        for (var index = 0; index < signers.Count && index < MaxSigners; index++)
            VerifySigner(signers[index], Issues(index + 1));
        if (scheme == ApkScheme.V3 && !_hasErrors)
            CheckRanges();
        return !_hasErrors;
    }

    private ApkIssues Issues(int signer) => new(issues, signer == 0 ? $"{scheme}" : $"{scheme} signer {signer}", areErrors: true);

    private void Report(ApkIssues where, ApkIssueKind kind, string text)
    {
        _hasErrors = true;
        where.Add(kind, text);
    }

    private void VerifySigner(ReadOnlyMemory<byte> bytes, ApkIssues where)
    {
        try
        {
            var signer = SchemeSignerBlock.Read(bytes, hasSdkRange: scheme == ApkScheme.V3);
            var certificate = X509CertificateLoader.LoadCertificate(signer.Certificates[0].Span);
            _signers.Add(new ApkSigner(scheme, certificate, signer.MinSdk, signer.MaxSdk));
            VerifySignatures(signer, where);
            VerifyDigests(signer, where);
            if (!certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(signer.PublicKey.Span))
                Report(where, ApkIssueKind.CertificateWrong, "the certificate does not belong to the key of the signature");
            if (signer.MinSdk > signer.MaxSdk || signer.SignedMinSdk != signer.MinSdk || signer.SignedMaxSdk != signer.MaxSdk)
                Report(where, ApkIssueKind.SdkRangeWrong, "the API levels contradict each other");
            CheckStripping(signer, where);
        }
        catch (Exception broken) when (broken is MalformedInputException or CryptographicException or PlatformNotSupportedException)
        {
            Report(where, ApkIssueKind.SignerMalformed, broken.Message);
        }
    }

    private void VerifySignatures(SchemeSignerBlock signer, ApkIssues where)
    {
        var known = 0;
        foreach (var (id, signature) in signer.Signatures)
        {
            if (ApkSignatureAlgorithm.Find(id) is not { } algorithm)
                continue;
            known++;
            if (!ApkSignatureCheck.Verify(algorithm, signer.PublicKey.Span, signer.SignedData.Span, signature.Span))
                Report(where, ApkIssueKind.SignatureWrong, $"the signature with algorithm 0x{id:x4} is wrong");
        }

        if (known == 0)
            Report(where, ApkIssueKind.AlgorithmUnknown, "no signature has a known algorithm");
        if (!signer.Signatures.Select(signature => signature.Id).SequenceEqual(signer.Digests.Select(digest => digest.Id)))
            Report(where, ApkIssueKind.SignerMalformed, "signatures and digests have different algorithms");
    }

    private void VerifyDigests(SchemeSignerBlock signer, ApkIssues where)
    {
        foreach (var (id, digest) in signer.Digests)
        {
            if (ApkSignatureAlgorithm.Find(id) is { } algorithm && !digestOf(algorithm.Digest).AsSpan().SequenceEqual(digest.Span))
                Report(where, ApkIssueKind.DigestWrong, $"the contents are not those that were signed ({algorithm.Digest})");
        }
    }

    private void CheckStripping(SchemeSignerBlock signer, ApkIssues where)
    {
        foreach (var (id, value) in signer.Attributes)
        {
            if (scheme == ApkScheme.V2 && id == ApkSchemes.StrippingAttribute && value.Length >= 4
                && BinaryPrimitives.ReadUInt32LittleEndian(value.Span) == 3 && !block.Pairs.ContainsKey(ApkSchemes.V3Block))
            {
                Report(where, ApkIssueKind.Stripped, "the package was signed with v3 too, but that signature is gone");
            }
        }
    }

    private void CheckRanges()
    {
        var ranges = _signers.OrderBy(signer => signer.MinSdk).ToList();
        for (var index = 1; index < ranges.Count; index++)
        {
            if (ranges[index].MinSdk != ranges[index - 1].MaxSdk + 1)
                Report(Issues(0), ApkIssueKind.SdkRangeWrong, "the API levels of the signers overlap or leave a gap");
        }
    }
}

/// <summary>Checks one signature with a public key in the form of SubjectPublicKeyInfo (RFC 5280).</summary>
internal static class ApkSignatureCheck
{
    public static bool Verify(ApkSignatureAlgorithm algorithm, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        switch (algorithm.Kind)
        {
            case ApkKeyKind.Ec:
                using (var key = ECDsa.Create())
                {
                    key.ImportSubjectPublicKeyInfo(publicKey, out _);
                    return key.VerifyData(data, signature, algorithm.Digest, DSASignatureFormat.Rfc3279DerSequence);
                }

            case ApkKeyKind.Dsa:
                using (var key = DSA.Create())
                {
                    key.ImportSubjectPublicKeyInfo(publicKey, out _);
                    return key.VerifyData(data, signature, algorithm.Digest, DSASignatureFormat.Rfc3279DerSequence);
                }

            default:
                using (var key = RSA.Create())
                {
                    key.ImportSubjectPublicKeyInfo(publicKey, out _);
                    return key.VerifyData(data, signature, algorithm.Digest, algorithm.Kind == ApkKeyKind.Rsa ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss);
                }
        }
    }
}
