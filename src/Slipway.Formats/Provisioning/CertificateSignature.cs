using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.Provisioning;

/// <summary>Whether one certificate signed another: RFC 5280, 4.1, without store, network or clock.</summary>
internal static class CertificateSignature
{
    public static bool IsBy(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        try
        {
            var outer = new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence();
            var content = outer.ReadEncodedValue().Span;
            var algorithm = outer.ReadSequence().ReadObjectIdentifier();
            var signature = outer.ReadBitString(out _);
            using var rsa = issuer.GetRSAPublicKey();
            if (rsa is not null)
                return HashOfRsa(algorithm) is { } rsaHash && rsa.VerifyData(content, signature, rsaHash, RSASignaturePadding.Pkcs1);
            using var ec = issuer.GetECDsaPublicKey();
            return ec is not null && HashOfEc(algorithm) is { } ecHash && ec.VerifyData(content, signature, ecHash, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception broken) when (ProfileReader.IsFaultOfInput(broken))
        {
            return false;
        }
    }

    private static HashAlgorithmName? HashOfRsa(string algorithm) => algorithm switch
    {
        "1.2.840.113549.1.1.5" => HashAlgorithmName.SHA1,
        "1.2.840.113549.1.1.11" => HashAlgorithmName.SHA256,
        "1.2.840.113549.1.1.12" => HashAlgorithmName.SHA384,
        "1.2.840.113549.1.1.13" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private static HashAlgorithmName? HashOfEc(string algorithm) => algorithm switch
    {
        "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
        "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
        "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
