using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>
/// Makes the CMS signature (RFC 5652) over a code directory, with Apple's two attributes that hold its hash (Security,
/// OSX/libsecurity_codesigning/lib/signer.cpp and StaticCode.cpp).
/// </summary>
internal static class SignatureEnvelope
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string HashList = "1.2.840.113635.100.9.1";
    private const string HashAgility = "1.2.840.113635.100.9.2";
    private const int ShortHashSize = 20;

    // Space for the parts other than certificates and signature: algorithms, issuer, serial number, attributes. Measured: less than 900 bytes.
    private const int Overhead = 2048;

    /// <summary>Returns the number of bytes to reserve for the envelope; depends on the key only.</summary>
    public static int Reserve(CodeSigningOptions options) =>
        Overhead + options.Key.PrivateKey.KeySize / 8 + options.Key.Certificate.IssuerName.RawData.Length + options.Key.Chain.Sum(certificate => certificate.RawDataMemory.Length);

    public static byte[] Write(byte[] codeDirectory, CodeSigningOptions options)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, options.Key.Certificate, options.Key.PrivateKey)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.None,
        };
        foreach (var certificate in options.Key.Chain)
            signer.Certificates.Add(certificate);
        var hash = SHA256.HashData(codeDirectory);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(options.SigningTime.UtcDateTime));
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(HashList), HashListValue(hash)));
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(HashAgility), HashAgilityValue(hash)));
        var cms = new SignedCms(new ContentInfo(codeDirectory), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    private static byte[] HashListValue(byte[] hash)
    {
        var list = new PlistDictionary([new("cdhashes", new PlistArray(new PlistData(hash.AsMemory(0, ShortHashSize))))]);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(PlistXmlWriter.Write(list));
        return writer.Encode();
    }

    private static byte[] HashAgilityValue(byte[] hash)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Sha256);
            writer.WriteOctetString(hash);
        }

        return writer.Encode();
    }
}
