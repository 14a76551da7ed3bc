using System.Security.Cryptography;
using Slipway.Formats.ApkSigning;
using Slipway.Formats.Keys;
using Slipway.Formats.Tests.ApkSigning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Keys;

/// <summary>Keys that are held elsewhere.</summary>
public sealed class HashSignerTests
{
    [Theory]
    [InlineData(nameof(TestKeys.Rsa), 21)]
    [InlineData(nameof(TestKeys.LargeRsa), 24)]
    [InlineData(nameof(TestKeys.P256), 21)]
    [InlineData(nameof(TestKeys.P384), 21)]
    [InlineData(nameof(TestKeys.Dsa), 21)]
    public void A_package_is_the_same_whether_the_key_is_here_or_elsewhere(string name, int minSdk)
    {
        var key = TestKeys.Named(name);
        var asked = 0;
        var remote = HashSigner.Remote(key.Chain, (hash, algorithm) =>
        {
            asked++;
            return HashSigner.Sign(key, hash, algorithm);
        });

        Assert.Equal(Package(key, minSdk), Package(remote, minSdk));
        Assert.Equal(minSdk < 24 ? 3 : 2, asked);
    }

    [Fact]
    public void The_private_half_cannot_be_had()
    {
        foreach (var key in new[] { TestKeys.Rsa, TestKeys.P256, TestKeys.Dsa })
        {
            var remote = HashSigner.Remote(key.Chain, (_, _) => []);
            Assert.Throws<CryptographicException>(() => remote.PrivateKey.ExportPkcs8PrivateKey());
            Assert.Equal(key.PrivateKey.ExportSubjectPublicKeyInfo(), remote.PrivateKey.ExportSubjectPublicKeyInfo());
            Assert.Equal(key.PrivateKey.KeySize, remote.PrivateKey.KeySize);
        }
    }

    [Fact]
    public void Signatures_by_the_holder_verify()
    {
        var data = "data"u8.ToArray();
        using var rsa = (RSA)HashSigner.Remote(TestKeys.Rsa.Chain, (hash, algorithm) => HashSigner.Sign(TestKeys.Rsa, hash, algorithm)).PrivateKey;
        using var ec = (ECDsa)HashSigner.Remote(TestKeys.P384.Chain, (hash, algorithm) => HashSigner.Sign(TestKeys.P384, hash, algorithm)).PrivateKey;
        var byRsa = rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var byEc = ec.SignData(data, HashAlgorithmName.SHA512);
        Assert.True(rsa.VerifyData(data, byRsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.True(ec.VerifyData(data, byEc, HashAlgorithmName.SHA512));
        Assert.False(ec.VerifyData("date"u8, byEc, HashAlgorithmName.SHA512));
        Assert.Throws<CryptographicException>(() => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    [Theory]
    [InlineData(31, "SHA256")]
    [InlineData(64, "SHA256")]
    [InlineData(20, "SHA1")]
    [InlineData(16, "MD5")]
    public void What_is_not_a_hash_of_its_algorithm_is_not_signed(int length, string algorithm)
    {
        Assert.Throws<CryptographicException>(() => HashSigner.Sign(TestKeys.Rsa, new byte[length], new HashAlgorithmName(algorithm)));
        Assert.Throws<CryptographicException>(() => HashSigner.Sign(TestKeys.P256, new byte[length], new HashAlgorithmName(algorithm)));
    }

    private static byte[] Package(SigningKey key, int minSdk)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "app.apk");
        var items = new[] { ZipItem.FromBytes("AndroidManifest.xml", "manifest"u8.ToArray()), ZipItem.FromBytes("assets/www/index.html", new byte[5000]) };
        ApkPackager.Write(path, items, ApkSigningOptions.For([key], minSdk, 36), NoDeflateCache.Instance, CancellationToken.None);
        return File.ReadAllBytes(path);
    }
}
