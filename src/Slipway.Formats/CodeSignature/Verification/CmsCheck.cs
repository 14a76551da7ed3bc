using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>
/// Verifies the CMS signature over the primary code directory, the two attributes that name all code directories
/// (apple-oss-distributions/Security, StaticCode.cpp), and the chain of certificates up to a root.
/// </summary>
internal sealed class CmsCheck(EmbeddedSignature signature, DateTimeOffset now, IpaFindings findings)
{
    private const string CdHashes = "1.2.840.113635.100.9.1";
    private const string CdHashesByAlgorithm = "1.2.840.113635.100.9.2";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const int LongestChain = 8;

    /// <summary>Returns the certificates from the signer upwards; empty when there is no signer.</summary>
    public IReadOnlyList<X509Certificate2> Run()
    {
        var directory = signature.CodeDirectories[0].Bytes.ToArray();
        var cms = new SignedCms(new ContentInfo(directory), detached: true);
        try
        {
            cms.Decode(signature.Cms.Span);
            if (cms.SignerInfos.Count != 1 || !cms.ContentInfo.Content.AsSpan().SequenceEqual(directory))
            {
                findings.Add(IpaCheck.Cms, "the CMS signature does not have exactly one signer");
                return [];
            }

            return Signer(cms.SignerInfos[0], cms.Certificates);
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException)
        {
            findings.Add(IpaCheck.Cms, "the CMS signature cannot be read");
            return [];
        }
    }

    private List<X509Certificate2> Signer(SignerInfo signer, X509Certificate2Collection certificates)
    {
        if (signer.Certificate is not { } leaf)
        {
            findings.Add(IpaCheck.Cms, "the CMS signature does not contain the certificate of its signer");
            return [];
        }

        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            findings.Add(IpaCheck.Cms, "the CMS signature does not match the code directory");
        }

        if (signer.DigestAlgorithm.Value != Sha256)
            findings.Add(IpaCheck.Cms, "the CMS signature does not use SHA-256");
        Hashes(signer);
        if (now.UtcDateTime < leaf.NotBefore.ToUniversalTime() || now.UtcDateTime > leaf.NotAfter.ToUniversalTime())
            findings.Add(IpaCheck.CertificateExpired, $"the certificate of the signer is valid from {leaf.NotBefore.ToUniversalTime():yyyy-MM-dd} to {leaf.NotAfter.ToUniversalTime():yyyy-MM-dd}");
        return Chain(leaf, certificates);
    }

    private void Hashes(SignerInfo signer)
    {
        var directories = signature.CodeDirectories;
        try
        {
            if (Values(signer, CdHashes) is not [var list]
                || !PlistReader.ReadDictionary(AsnDecoder.ReadOctetString(list, AsnEncodingRules.DER, out _)).TryGet<PlistArray>("cdhashes", out var hashes)
                || !hashes.SequenceEqual(directories.Select(d => new PlistData(d.CdHash))))
            {
                findings.Add(IpaCheck.CmsCdHashes, "the list of code directory hashes does not match the code directories");
            }
            var byAlgorithm = Values(signer, CdHashesByAlgorithm);
            if (byAlgorithm.Count != directories.Count || !directories.All(d => byAlgorithm.Exists(value => Names(value, d))))
                findings.Add(IpaCheck.CmsCdHashes, "the code directory hashes by algorithm do not match the code directories");
        }
        catch (Exception broken) when (broken is MalformedInputException or AsnContentException)
        {
            findings.Add(IpaCheck.CmsCdHashes, "the code directory hashes cannot be read");
        }
    }

    private static bool Names(byte[] value, CodeDirectory directory)
    {
        var pair = new AsnReader(value, AsnEncodingRules.DER).ReadSequence();
        return pair.ReadObjectIdentifier() == CryptoConfig.MapNameToOID(directory.Algorithm.Name!) && pair.ReadOctetString().AsSpan().SequenceEqual(directory.Hash);
    }

    private static List<byte[]> Values(SignerInfo signer, string oid) =>
        [.. signer.SignedAttributes.Cast<CryptographicAttributeObject>().Where(a => a.Oid.Value == oid).SelectMany(a => a.Values.Cast<AsnEncodedData>()).Select(v => v.RawData)];

    private List<X509Certificate2> Chain(X509Certificate2 leaf, X509Certificate2Collection certificates)
    {
        var chain = new List<X509Certificate2> { leaf };
        while (chain.Count <= LongestChain)
        {
            var last = chain[^1];
            var isRoot = last.SubjectName.RawData.AsSpan().SequenceEqual(last.IssuerName.RawData);
            var issuer = certificates.FirstOrDefault(c => c.SubjectName.RawData.AsSpan().SequenceEqual(last.IssuerName.RawData) && CertificateSignature.IsBy(last, c));
            if (issuer is null)
                break;
            if (isRoot)
                return chain;
            chain.Add(issuer);
        }

        findings.Add(IpaCheck.Chain, $"the certificates do not lead to a root: the one of '{chain[^1].GetNameInfo(X509NameType.SimpleName, forIssuer: true)}' is missing or did not sign");
        return chain;
    }
}
