using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Signing.Tests.Ios;

/// <summary>A .p12 with two keys of one name, as a keychain exports them: each with its certificate, and the issuers once.</summary>
internal static class TwoKeys
{
    private const string FriendlyName = "1.2.840.113549.1.9.20";

    /// <summary>A BMPString of one letter: a keychain names keys after their owner, so that all have the same name.</summary>
    private static readonly byte[] SameName = [0x1E, 2, 0, (byte)'A'];

    public static byte[] Of(string first, string second, string password)
    {
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        var contents = new Pkcs12SafeContents();
        var issuers = new Dictionary<string, X509Certificate2>(StringComparer.Ordinal);
        foreach (var file in new[] { first, second })
        {
            foreach (var certificate in X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password, X509KeyStorageFlags.Exportable))
            {
                if (certificate.GetRSAPrivateKey() is not { } key)
                {
                    issuers[certificate.Thumbprint] = certificate;
                    continue;
                }

                var id = new Pkcs9LocalKeyId(SHA256.HashData(certificate.RawData));
                foreach (var bag in new Pkcs12SafeBag[] { contents.AddShroudedKey(key, password, encryption), contents.AddCertificate(certificate) })
                {
                    bag.Attributes.Add(id);
                    bag.Attributes.Add(new Pkcs9AttributeObject(FriendlyName, SameName));
                }
            }
        }

        foreach (var issuer in issuers.Values)
            contents.AddCertificate(issuer);
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsEncrypted(contents, password, encryption);
        builder.SealWithMac(password, HashAlgorithmName.SHA256, 1000);
        return builder.Encode();
    }
}
