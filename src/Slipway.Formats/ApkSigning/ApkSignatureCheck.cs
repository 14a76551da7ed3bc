using System.Security.Cryptography;

namespace Slipway.Formats.ApkSigning;

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
