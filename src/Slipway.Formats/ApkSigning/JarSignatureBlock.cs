using System.Formats.Asn1;
using System.Security.Cryptography;
using Slipway.Formats.Keys;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// The signature of a signature file: detached CMS (RFC 5652) with one signer and no attributes, and with the algorithm names that
/// each Android release accepts (AOSP, apksig, AlgorithmIdentifier.getSignerInfoDigestAlgorithmOid and its neighbours).
/// </summary>
internal static class JarSignatureBlock
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Sha1 = "1.3.14.3.2.26";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private static readonly Asn1Tag Content = new(TagClass.ContextSpecific, 0);

    public static byte[] Of(byte[] signatureFile, SigningKey key, int minSdk)
    {
        var digest = JarDigests.OfSignature(key, minSdk);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Content))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                    WriteDigest(writer, digest);
                using (writer.PushSequence())
                    writer.WriteObjectIdentifier(Data);
                using (writer.PushSetOf(Content))
                {
                    foreach (var certificate in key.Chain)
                        writer.WriteEncodedValue(certificate.RawData);
                }

                using (writer.PushSetOf())
                    WriteSigner(writer, signatureFile, key, minSdk);
            }
        }

        return writer.Encode();
    }

    private static void WriteSigner(AsnWriter writer, byte[] signatureFile, SigningKey key, int minSdk)
    {
        var digest = JarDigests.OfSignature(key, minSdk);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(key.Certificate.IssuerName.RawData);
                writer.WriteInteger(key.Certificate.SerialNumberBytes.Span);
            }

            WriteDigest(writer, digest);
            WriteAlgorithm(writer, key.PrivateKey, minSdk);
            writer.WriteOctetString(KeySignature.Sign(key.PrivateKey, signatureFile, digest));
        }
    }

    private static void WriteDigest(AsnWriter writer, HashAlgorithmName digest)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(digest == HashAlgorithmName.SHA1 ? Sha1 : Sha256);
            writer.WriteNull();
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, AsymmetricAlgorithm key, int minSdk)
    {
        var isOld = minSdk < JarDigests.FirstSdkWithJointNames;
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(key switch
            {
                RSA => "1.2.840.113549.1.1.1",
                ECDsa => isOld ? "1.2.840.10045.2.1" : "1.2.840.10045.4.3.2",
                _ => isOld ? "1.2.840.10040.4.1" : "2.16.840.1.101.3.4.3.2",
            });
            if (isOld || key is not ECDsa)
                writer.WriteNull();
        }
    }
}
