using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Keys;

namespace Slipway.Formats.Tests.Provisioning;

/// <summary>Key files as people have them: exported long ago, or by programs that leave names and ids out.</summary>
public sealed class KeyFileTests
{
    [Theory]
    [InlineData("-legacy")]
    [InlineData("-legacy -name x")]
    [InlineData("-macalg sha1 -certpbe PBE-SHA1-RC2-40 -keypbe PBE-SHA1-3DES -legacy")]
    public void An_old_key_file_opens_with_its_chain(string options)
    {
        using var folder = new TemporaryFolder();
        var original = folder.Add("in.p12", AppleIdentity.Of2026.Read("dev.p12"));
        var password = "pass:" + AppleIdentity.Password;
        ExternalTool.RunWell("openssl", "pkcs12", "-in", original, "-passin", password, "-noenc", "-out", folder["all.pem"]);
        ExternalTool.RunWell("openssl", ["pkcs12", "-export", "-in", folder["all.pem"], "-passout", password, "-out", folder["old.p12"], .. options.Split(' ')]);
        AssertDev(Keystore.Load(File.ReadAllBytes(folder["old.p12"]), AppleIdentity.Password).GetKey(alias: null));
    }

    [Fact]
    public void A_key_file_without_names_and_ids_opens_with_its_chain()
    {
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1, 2048);
        var content = new Pkcs12SafeContents();
        content.AddCertificate(AppleIdentity.Of2026.Certificate("root"));
        content.AddCertificate(AppleIdentity.Of2026.Certificate("wwdr"));
        content.AddCertificate(AppleIdentity.Of2026.Certificate("dev"));
        content.AddShroudedKey(AppleIdentity.Of2026.Key("dev").PrivateKey, AppleIdentity.Password, parameters);
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(content);
        builder.SealWithMac(AppleIdentity.Password, HashAlgorithmName.SHA1, 2048);
        AssertDev(Keystore.Load(builder.Encode(), AppleIdentity.Password).GetKey(alias: null));
    }

    private static void AssertDev(SigningKey key)
    {
        X509Certificate2[] expected = [AppleIdentity.Of2026.Certificate("dev"), AppleIdentity.Of2026.Certificate("wwdr"), AppleIdentity.Of2026.Certificate("root")];
        Assert.Equal(expected, key.Chain);
        using var certified = key.Certificate.GetRSAPublicKey()!;
        Assert.Equal(certified.ExportRSAPublicKey(), ((RSA)key.PrivateKey).ExportRSAPublicKey());
    }
}
