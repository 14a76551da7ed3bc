using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Signing.Tests;

/// <summary>Signs certificates with an algorithm that the platform itself no longer makes.</summary>
internal sealed class WeakGenerator(RSA key, HashAlgorithmName hash) : X509SignatureGenerator
{
    private readonly X509SignatureGenerator _public = CreateForRSA(key, RSASignaturePadding.Pkcs1);

    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
        hash == HashAlgorithmName.SHA1 ? Convert.FromHexString("300D06092A864886F70D0101050500") : _public.GetSignatureAlgorithmIdentifier(hash);

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, hash, RSASignaturePadding.Pkcs1);

    protected override PublicKey BuildPublicKey() => _public.PublicKey;
}
