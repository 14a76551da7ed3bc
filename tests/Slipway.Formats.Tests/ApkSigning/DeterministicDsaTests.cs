using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Slipway.Formats.ApkSigning;

namespace Slipway.Formats.Tests.ApkSigning;

/// <summary>BouncyCastle, which knows RFC 6979 too, judges.</summary>
public sealed class DeterministicDsaTests
{
    [Theory]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    [InlineData("SHA512")]
    public void Signatures_are_those_that_others_make_by_the_specification(string hash)
    {
        using var signer = DeterministicDsa.Of((DSA)TestKeys.Dsa.PrivateKey);
        var key = signer.ExportParameters(includePrivateParameters: true);
        IDigest digest = hash switch { "SHA1" => new Sha1Digest(), "SHA256" => new Sha256Digest(), _ => new Sha512Digest() };
        var judge = new DsaSigner(new HMacDsaKCalculator(digest));
        judge.Init(forSigning: true, new DsaPrivateKeyParameters(Number(key.X!), new DsaParameters(Number(key.P!), Number(key.Q!), Number(key.G!))));
        for (var number = 0; number < 20; number++)
        {
            var data = CryptographicOperations.HashData(new HashAlgorithmName(hash), [(byte)number]);
            byte[] theirs = [.. judge.GenerateSignature(data).SelectMany(part => Fixed(part, key.Q!.Length))];
            var ours = signer.CreateSignature(data);
            Assert.Equal(theirs, ours);
            Assert.True(signer.VerifySignature(data, ours));
            ours[7] ^= 1;
            Assert.False(signer.VerifySignature(data, ours));
        }
    }

    private static BigInteger Number(byte[] bytes) => new(1, bytes);

    private static byte[] Fixed(BigInteger number, int size)
    {
        var digits = number.ToByteArrayUnsigned();
        return [.. new byte[size - digits.Length], .. digits];
    }
}
