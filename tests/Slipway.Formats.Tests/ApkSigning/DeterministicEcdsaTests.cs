using System.Security.Cryptography;
using Slipway.Formats.ApkSigning;

namespace Slipway.Formats.Tests.ApkSigning;

/// <summary>Vectors of RFC 6979, appendix A.2.5.</summary>
public sealed class DeterministicEcdsaTests
{
    private const string Secret = "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";

    [Theory]
    [InlineData("sample", "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8")]
    [InlineData("test", "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083")]
    public void The_vectors_of_the_specification_are_met(string message, string signature)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Convert.FromHexString(Secret) });
        using var signer = new DeterministicEcdsa(key);
        Assert.Equal(signature, Convert.ToHexString(signer.SignData(System.Text.Encoding.ASCII.GetBytes(message), HashAlgorithmName.SHA256)));
    }

    [Theory]
    [InlineData(256)]
    [InlineData(384)]
    [InlineData(521)]
    public void Signatures_of_each_curve_verify_and_repeat(int bits)
    {
        using var key = ECDsa.Create();
        key.GenerateKey(bits switch { 256 => ECCurve.NamedCurves.nistP256, 384 => ECCurve.NamedCurves.nistP384, _ => ECCurve.NamedCurves.nistP521 });
        using var signer = new DeterministicEcdsa(key);
        for (var number = 0; number < 20; number++)
        {
            byte[] data = [(byte)number];
            var signature = signer.SignData(data, HashAlgorithmName.SHA512);
            Assert.True(key.VerifyData(data, signature, HashAlgorithmName.SHA512));
            Assert.Equal(signature, signer.SignData(data, HashAlgorithmName.SHA512));
        }
    }
}
