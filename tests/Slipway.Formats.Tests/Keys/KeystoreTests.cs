using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Slipway.Formats.ApkSigning;
using Slipway.Formats.Keys;
using Slipway.Formats.Tests.ApkSigning;

namespace Slipway.Formats.Tests.Keys;

public sealed class KeystoreTests : IDisposable
{
    private const string Password = "secret-password";

    private static readonly DateTimeOffset From = new(2024, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(KeyAlgorithm.Rsa2048)]
    [InlineData(KeyAlgorithm.EcP256)]
    [InlineData(KeyAlgorithm.EcP384)]
    public void A_new_keystore_opens_in_keytool_and_apksigner(KeyAlgorithm algorithm)
    {
        var bytes = KeystoreFactory.Create("my key ä", "CN=Somebody, O=Ours, C=DE", Password, From, From.AddYears(30), algorithm);
        var path = _folder.Add("new.p12", bytes);
        var listed = ExternalTool.RunWell("keytool", "-list", "-v", "-keystore", path, "-storepass", Password);
        Assert.Contains("Alias name: my key ä", listed, StringComparison.Ordinal);
        Assert.Contains("PrivateKeyEntry", listed, StringComparison.Ordinal);
        Assert.Contains("CN=Somebody, O=Ours, C=DE", listed, StringComparison.Ordinal);

        var key = Keystore.Load(bytes, Password).GetKey("my key ä");
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([key], 24, 36));
        ExternalTool.RunWell("apksigner", "sign", "--ks", path, "--ks-pass", $"pass:{Password}", "--min-sdk-version", "24", "--out", _folder["other.apk"], apk);
        ExternalTool.RunWell("apksigner", "verify", "--min-sdk-version", "24", _folder["other.apk"]);
    }

    [Fact]
    public void Times_of_a_new_certificate_are_those_given()
    {
        var entry = Assert.Single(Keystore.Load(KeystoreFactory.Create("a", "CN=a", Password, From, From.AddYears(30), KeyAlgorithm.EcP256), Password).Entries);
        Assert.Equal(From, entry.NotBefore);
        Assert.Equal(From.AddYears(30), entry.NotAfter);
    }

    [Theory]
    [InlineData("PKCS12", "RSA", "2048", Password)]
    [InlineData("PKCS12", "EC", "256", Password)]
    [InlineData("JKS", "RSA", "2048", "another-password")]
    [InlineData("JKS", "EC", "256", "another-password")]
    public void Keys_made_by_keytool_sign_packages(string type, string algorithm, string size, string keyPassword)
    {
        var path = _folder["made"];
        Generate(path, type, "first", algorithm, size, keyPassword);
        Generate(path, type, "second", algorithm, size, keyPassword);
        var keystore = Keystore.Load(File.ReadAllBytes(path), Password);
        Assert.Equal(["first", "second"], keystore.Entries.Select(entry => entry.Alias).Order(StringComparer.Ordinal));
        var key = keystore.GetKey("Second", keyPassword);
        Assert.Equal("CN=second", key.Certificate.Subject);
        var apk = TestApk.Write(_folder, ApkSigningOptions.For([key], 24, 36));
        Assert.Contains("CN=second", ExternalTool.RunWell("apksigner", "verify", "--min-sdk-version", "24", "--print-certs", apk), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PKCS12")]
    [InlineData("JKS")]
    public void Each_mistake_has_its_own_fault(string type)
    {
        var path = _folder["made"];
        Generate(path, type, "one", "RSA", "2048", Password);
        Generate(path, type, "two", "RSA", "2048", Password);
        var bytes = File.ReadAllBytes(path);
        var keystore = Keystore.Load(bytes, Password);
        Assert.Equal(KeystoreFault.WrongPassword, FaultOf(() => Keystore.Load(bytes, "not it")));
        Assert.Equal(KeystoreFault.NoSuchAlias, FaultOf(() => keystore.GetKey("three")));
        Assert.Equal(KeystoreFault.NoSuchAlias, FaultOf(() => keystore.GetKey(alias: null)));
        if (type == "JKS")
            Assert.Equal(KeystoreFault.WrongKeyPassword, FaultOf(() => keystore.GetKey("one", "not it")));
    }

    [Fact]
    public void A_password_of_a_key_that_keytool_ignored_is_ignored()
    {
        var path = _folder["made"];
        Generate(path, "PKCS12", "one", "EC", "256", "another-password");
        Assert.Equal("CN=one", Keystore.Load(File.ReadAllBytes(path), Password).GetKey("one", "another-password").Certificate.Subject);
    }

    [Theory]
    [InlineData("pässwörd")]
    [InlineData("密码 🚀")]
    public void A_password_need_not_be_ASCII(string password)
    {
        var bytes = OpenSsl(password, "-name", "x");
        Assert.Equal("CN=openssl", Keystore.Load(bytes, password).GetKey("X").Certificate.Subject);
        Assert.Equal(KeystoreFault.WrongPassword, FaultOf(() => Keystore.Load(bytes, password + "x")));
    }

    [Fact]
    public void Key_files_of_a_million_rounds_open()
    {
        var bytes = OpenSsl(Password, "-iter", "1000000", "-name", "slow");
        Assert.Equal("CN=openssl", Keystore.Load(bytes, Password).GetKey("slow").Certificate.Subject);
    }

    [Fact]
    public void Keys_without_a_name_have_the_numbers_that_keytool_and_apksigner_give_them()
    {
        var content = new Pkcs12SafeContents();
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        foreach (var name in new[] { null, "Named", null })
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var certificate = new CertificateRequest($"CN={name ?? content.GetBags().Count().ToString(CultureInfo.InvariantCulture)}", key, HashAlgorithmName.SHA256).CreateSelfSigned(From, From.AddYears(30));
            foreach (var bag in new Pkcs12SafeBag[] { content.AddShroudedKey(key, Password, parameters), content.AddCertificate(certificate) })
            {
                bag.Attributes.Add(new Pkcs9LocalKeyId(certificate.GetCertHash()));
                if (name is not null)
                    bag.Attributes.Add(new Pkcs9AttributeObject("1.2.840.113549.1.9.20", [0x1e, 10, 0, (byte)'N', 0, (byte)'a', 0, (byte)'m', 0, (byte)'e', 0, (byte)'d']));
            }
        }

        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(content);
        builder.SealWithMac(Password, HashAlgorithmName.SHA256, 1000);
        var path = _folder.Add("mixed.p12", builder.Encode());
        var keystore = Keystore.Load(File.ReadAllBytes(path), Password);
        var listed = ExternalTool.RunWell("keytool", "-list", "-v", "-keystore", path, "-storepass", Password);
        Assert.Equal(
            listed.Split('\n').Where(line => line.StartsWith("Alias name: ", StringComparison.Ordinal)).Select(line => line["Alias name: ".Length..].Trim()).Order(StringComparer.Ordinal),
            keystore.Entries.Select(entry => entry.Alias.ToLowerInvariant()).Order(StringComparer.Ordinal));
        foreach (var alias in new[] { "1", "2", "NAMED" })
        {
            var apk = TestApk.Write(_folder, ApkSigningOptions.For([keystore.GetKey(alias)], 24, 36));
            ExternalTool.RunWell("apksigner", "sign", "--ks", path, "--ks-pass", $"pass:{Password}", "--ks-key-alias", alias, "--min-sdk-version", "24", "--out", _folder["other.apk"], apk);
            Assert.Equal(DigestLine(apk), DigestLine(_folder["other.apk"]));
        }

        Assert.Equal(KeystoreFault.NoSuchAlias, FaultOf(() => keystore.GetKey("3")));
    }

    [Fact]
    public void A_torn_file_is_corrupt()
    {
        var bytes = KeystoreFactory.Create("a", "CN=a", Password, From, From.AddYears(30), KeyAlgorithm.EcP256);
        Assert.Equal(KeystoreFault.Corrupt, FaultOf(() => Keystore.Load(bytes.AsMemory(0, bytes.Length / 2), Password)));
    }

    [Theory]
    [InlineData("PKCS12")]
    [InlineData("JKS")]
    public void A_foreign_certificate_has_no_key(string type)
    {
        var path = _folder["made"];
        Generate(path, type, "mine", "RSA", "2048", Password);
        var certificate = _folder.Add("other.cer", TestKeys.Rsa.Certificate.RawData);
        ExternalTool.RunWell("keytool", "-importcert", "-noprompt", "-alias", "theirs", "-file", certificate, "-keystore", path, "-storetype", type, "-storepass", Password);
        var keystore = Keystore.Load(File.ReadAllBytes(path), Password);
        Assert.Equal(2, keystore.Entries.Count);
        Assert.Equal(KeystoreFault.NoPrivateKey, FaultOf(() => keystore.GetKey("theirs")));
        Assert.Equal("CN=mine", keystore.GetKey(alias: null).Certificate.Subject);
    }

    [Theory]
    [InlineData("-legacy")]
    [InlineData("-legacy -descert")]
    [InlineData("-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1")]
    [InlineData("-certpbe AES-256-CBC -keypbe AES-256-CBC")]
    [InlineData("-certpbe NONE -keypbe NONE")]
    public void Files_of_openssl_open_whatever_their_age(string options)
    {
        ExternalTool.RunWell("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=openssl", "-days", "9000", "-keyout", _folder["key.pem"], "-out", _folder["cert.pem"]);
        string[] arguments = ["pkcs12", "-export", "-inkey", _folder["key.pem"], "-in", _folder["cert.pem"], "-name", "old one", "-passout", $"pass:{Password}", "-out", _folder["old.p12"], .. options.Split(' ')];
        ExternalTool.RunWell("openssl", arguments);
        var bytes = File.ReadAllBytes(_folder["old.p12"]);
        Assert.Equal("CN=openssl", Keystore.Load(bytes, Password).GetKey("old one").Certificate.Subject);
        Assert.Equal(KeystoreFault.WrongPassword, FaultOf(() => Keystore.Load(bytes, "not it")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a keystore")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    public void Other_files_are_no_keystores(string content) =>
        Assert.Equal(KeystoreFault.UnknownFormat, FaultOf(() => Keystore.Load(Encoding.ASCII.GetBytes(content), Password)));

    [Fact]
    public void A_message_never_tells_the_password()
    {
        var bytes = KeystoreFactory.Create("a", "CN=a", Password, From, From.AddYears(30), KeyAlgorithm.EcP256);
        var fault = Assert.Throws<KeystoreException>(() => Keystore.Load(bytes, "wrong-and-secret"));
        Assert.DoesNotContain("wrong-and-secret", fault.ToString(), StringComparison.Ordinal);
    }

    private static string DigestLine(string apk) =>
        ExternalTool.RunWell("apksigner", "verify", "--min-sdk-version", "24", "--print-certs", apk).Split('\n').First(line => line.Contains("certificate SHA-256 digest", StringComparison.Ordinal));

    private byte[] OpenSsl(string password, params string[] options)
    {
        ExternalTool.RunWell("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=openssl", "-days", "9000", "-keyout", _folder["key.pem"], "-out", _folder["cert.pem"]);
        ExternalTool.RunWell("openssl", ["pkcs12", "-export", "-inkey", _folder["key.pem"], "-in", _folder["cert.pem"], "-passout", $"pass:{password}", "-out", _folder["made.p12"], .. options]);
        return File.ReadAllBytes(_folder["made.p12"]);
    }

    private static KeystoreFault FaultOf(Action action) => Assert.Throws<KeystoreException>(action).Fault;

    private static void Generate(string path, string type, string alias, string algorithm, string size, string keyPassword)
    {
        string[] kind = algorithm == "EC" ? ["-keyalg", "EC", "-groupname", "secp256r1"] : ["-keyalg", algorithm, "-keysize", size];
        ExternalTool.RunWell("keytool", ["-genkeypair", "-alias", alias, .. kind, "-dname", $"CN={alias}", "-validity", "9000", "-keystore", path, "-storetype", type, "-storepass", Password, "-keypass", keyPassword]);
    }
}
