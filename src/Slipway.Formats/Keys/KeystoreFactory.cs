using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.Keys;

/// <summary>Makes keystores with a new random key and a self-signed certificate; the caller sets its validity.</summary>
public static class KeystoreFactory
{
    /// <summary>Rounds of key derivation, which slow down guessing the password.</summary>
    private const int DefaultIterations = 10_000;

    /// <summary>Makes a PKCS#12 keystore (RFC 7292) that keytool and apksigner open.</summary>
    /// <param name="alias">Name of the key.</param>
    /// <param name="subject">Subject of the certificate, for example <c>CN=Name, O=Organisation, C=DE</c>.</param>
    /// <param name="password">Password of keystore and key; keytool requires six characters.</param>
    /// <param name="notBefore">Start of the certificate's validity.</param>
    /// <param name="notAfter">End of the certificate's validity.</param>
    /// <param name="algorithm">Kind of key.</param>
    /// <param name="iterations">Rounds of key derivation: more of them slow down guessing the password, and opening the keystore.</param>
    /// <exception cref="CryptographicException">The subject is not a distinguished name.</exception>
    public static byte[] Create(string alias, string subject, string password, DateTimeOffset notBefore, DateTimeOffset notAfter, KeyAlgorithm algorithm, int iterations = DefaultIterations)
    {
        using var key = CreateKey(algorithm);
        using var certificate = Request(new X500DistinguishedName(subject), key).CreateSelfSigned(notBefore, notAfter);
        var localId = new Pkcs9LocalKeyId(SHA256.HashData(certificate.RawData).AsSpan(0, 20));
        var name = new Pkcs9AttributeObject("1.2.840.113549.1.9.20", BmpString(alias));

        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterations);
        var keys = new Pkcs12SafeContents();
        var keyBag = keys.AddShroudedKey(key, password, encryption);
        keyBag.Attributes.Add(name);
        keyBag.Attributes.Add(localId);
        var certificates = new Pkcs12SafeContents();
        var certificateBag = certificates.AddCertificate(certificate);
        certificateBag.Attributes.Add(name);
        certificateBag.Attributes.Add(localId);

        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(keys);
        builder.AddSafeContentsEncrypted(certificates, password, encryption);
        builder.SealWithMac(password, HashAlgorithmName.SHA256, iterations);
        return builder.Encode();
    }

    private static AsymmetricAlgorithm CreateKey(KeyAlgorithm algorithm) => algorithm switch
    {
        KeyAlgorithm.Rsa2048 => RSA.Create(2048),
        KeyAlgorithm.Rsa3072 => RSA.Create(3072),
        KeyAlgorithm.Rsa4096 => RSA.Create(4096),
        KeyAlgorithm.EcP256 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        KeyAlgorithm.EcP384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    private static CertificateRequest Request(X500DistinguishedName subject, AsymmetricAlgorithm key) => key switch
    {
        RSA rsa => new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        ECDsa ec => new CertificateRequest(subject, ec, ec.KeySize > 256 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256),
        _ => throw new ArgumentException("RSA or EC", nameof(key)),
    };

    private static byte[] BmpString(string text)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        writer.WriteCharacterString(System.Formats.Asn1.UniversalTagNumber.BMPString, text);
        return writer.Encode();
    }
}

/// <summary>Kinds of keys for new keystores.</summary>
public enum KeyAlgorithm
{
    /// <summary>RSA of 2048 bits: universally supported, fast to sign with.</summary>
    Rsa2048,

    /// <summary>RSA of 3072 bits.</summary>
    Rsa3072,

    /// <summary>RSA of 4096 bits, which app stores recommend for keys that are used for decades.</summary>
    Rsa4096,

    /// <summary>EC on the curve P-256.</summary>
    EcP256,

    /// <summary>EC on the curve P-384.</summary>
    EcP384,
}
