using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using Slipway.Formats.Keys;

namespace Slipway.Formats.Tests.Keys;

/// <summary>Keystores as other tools and releases write them.</summary>
public sealed class KeystoreOriginTests : IDisposable
{
    private const string Password = "secret-password";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ключ-鍵")]
    [InlineData("clé")]
    [InlineData("plain")]
    public void Aliases_of_a_JKS_are_in_any_script(string alias)
    {
        // A name of as many bytes is replaced, and the check sum of JKS is made anew: not every locale gives such a name to keytool.
        var name = Encoding.UTF8.GetBytes(alias);
        var placeholder = new string('x', name.Length);
        var file = Made("JKS", placeholder);
        name.CopyTo(file, file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(placeholder)));
        SHA1.HashData([.. Encoding.BigEndianUnicode.GetBytes(Password), .. "Mighty Aphrodite"u8, .. file.AsSpan(0, file.Length - 20)]).CopyTo(file, file.Length - 20);
        var keystore = Keystore.Load(file, Password);
        Assert.Equal(alias, Assert.Single(keystore.Entries).Alias);
        Assert.Equal("CN=one", keystore.GetKey(alias.ToUpperInvariant()).Certificate.Subject);
    }

    [Theory]
    [InlineData("jceks", UnsupportedKeystore.Jceks)]
    [InlineData("pem", UnsupportedKeystore.Pem)]
    [InlineData("der", UnsupportedKeystore.Der)]
    [InlineData("bks", UnsupportedKeystore.Bks)]
    [InlineData("uber", UnsupportedKeystore.Uber)]
    [InlineData("base64", UnsupportedKeystore.Base64)]
    [InlineData("base64 of JKS", UnsupportedKeystore.Base64)]
    [InlineData("lfs", UnsupportedKeystore.LfsPointer)]
    [InlineData("page", UnsupportedKeystore.WebPage)]
    [InlineData("zip", UnsupportedKeystore.Zip)]
    [InlineData("empty", UnsupportedKeystore.Empty)]
    [InlineData("text", UnsupportedKeystore.Unknown)]
    public void A_file_that_is_no_keystore_for_us_is_named(string kind, UnsupportedKeystore expected)
    {
        byte[] bouncy = [0, 0, 0, 2, 0, 0, 0, 20, .. new byte[20], 0, 0, 4, 0];
        var bytes = kind switch
        {
            "jceks" => Made("JCEKS", "one"),
            "pem" => "-----BEGIN CERTIFICATE-----\n"u8.ToArray(),
            "der" => ApkSigning.TestKeys.Rsa.Certificate.RawData,
            "bks" => [.. bouncy, 1, 0, 1, (byte)'a'],
            "uber" => [.. bouncy, 0x9c, 0, 1, 2],
            "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(Made("PKCS12", "one"), Base64FormattingOptions.InsertLineBreaks)),
            "base64 of JKS" => Encoding.ASCII.GetBytes(Convert.ToBase64String(Made("JKS", "one")) + "\n"),
            "lfs" => "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 2233\n"u8.ToArray(),
            "page" => "\n<!DOCTYPE html><title>Log in</title>"u8.ToArray(),
            "zip" => "PK\x03\x04 and so on"u8.ToArray(),
            "empty" => [],
            _ => "MIND the gap: no keystore"u8.ToArray(),
        };
        var fault = Assert.Throws<KeystoreException>(() => Keystore.Load(bytes, Password));
        Assert.Equal((KeystoreFault.UnknownFormat, expected), (fault.Fault, fault.Foreign));
    }

    [Fact]
    public void A_password_as_OpenSSL_before_1_1_took_it_opens_the_file()
    {
        // Given as the bytes of UTF-8, each a character: what the old releases made of "pässwört".
        const string Meant = "pässwört";
        var file = OpenSsl(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Meant)), "-legacy");
        Assert.Equal("CN=openssl", Keystore.Load(file, Meant).GetKey("one").Certificate.Subject);
        Assert.Equal(KeystoreFault.WrongPassword, Assert.Throws<KeystoreException>(() => Keystore.Load(file, Meant + "x")).Fault);
    }

    [Fact]
    public void An_empty_password_opens_what_was_made_with_one() =>
        Assert.Equal("CN=openssl", Keystore.Load(OpenSsl(""), "").GetKey("one").Certificate.Subject);

    [Fact]
    public void A_check_sum_by_PBMAC1_does_not_hinder()
    {
        var file = WithPbmac1(OpenSsl(Password, "-nomac"));
        Assert.Equal("CN=openssl", Keystore.Load(file, Password).GetKey("one").Certificate.Subject);
        Assert.Equal(KeystoreFault.WrongKeyPassword, Assert.Throws<KeystoreException>(() => Keystore.Load(file, "not it").GetKey("one")).Fault);
    }

    [Theory]
    [InlineData("Camellia", "-keypbe", "camellia-256-cbc", "-certpbe", "camellia-256-cbc")]
    [InlineData("Camellia", "-keypbe", "camellia-128-cbc")]
    [InlineData("ARIA", "-keypbe", "aria-256-cbc", "-certpbe", "aria-128-cbc")]
    [InlineData("SEED", "-legacy", "-keypbe", "seed-cbc", "-certpbe", "seed-cbc")]
    [InlineData("RC4", "-legacy", "-certpbe", "PBE-SHA1-RC4-128")]
    public void A_cipher_that_is_not_read_is_named(string name, params string[] options)
    {
        var file = OpenSsl(Password, options);
        var fault = Assert.Throws<KeystoreException>(() => Keystore.Load(file, Password).GetKey("one"));
        Assert.Equal((KeystoreFault.UnsupportedCipher, $"it is encrypted with {name}"), (fault.Fault, fault.Reason));
        Assert.Equal(KeystoreFault.WrongPassword, Assert.Throws<KeystoreException>(() => Keystore.Load(file, "not it")).Fault);
    }

    [Fact]
    public void A_key_without_its_certificate_is_told()
    {
        OpenSsl(Password);
        ExternalTool.RunWell("openssl", "pkcs12", "-export", "-nocerts", "-inkey", _folder["k.pem"], "-passout", $"file:{_folder["pass"]}", "-out", _folder["o.p12"]);
        var keystore = Keystore.Load(File.ReadAllBytes(_folder["o.p12"]), Password);
        Assert.Equal(KeystoreFault.NoCertificate, Assert.Throws<KeystoreException>(() => keystore.GetKey((string?)null)).Fault);
    }

    [Theory]
    [InlineData("🔑")]
    [InlineData("🔑🔑🔑🔑")]
    [InlineData("🔑🔑🔑🔑🔑🔑🔑🔑")]
    [InlineData("🔑a🔑a🔑a🔑a🔑a")]
    public void A_password_of_letters_beyond_the_first_plane_opens_the_file(string password) =>
        Assert.Equal("CN=openssl", Keystore.Load(OpenSsl(password), password).GetKey("one").Certificate.Subject);

    private byte[] Made(string type, string alias)
    {
        ExternalTool.RunWell(
            "keytool", "-genkeypair", "-keystore", _folder[type], "-storetype", type, "-storepass", Password, "-alias", alias, "-dname", "CN=one", "-keyalg", "EC", "-groupname", "secp256r1");
        return File.ReadAllBytes(_folder[type]);
    }

    private byte[] OpenSsl(string password, params string[] options)
    {
        ExternalTool.RunWell("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", _folder["k.pem"], "-out", _folder["c.pem"], "-days", "9", "-subj", "/CN=openssl");
        _folder.Add("pass", Encoding.UTF8.GetBytes(password + "\n"));
        ExternalTool.RunWell("openssl", ["pkcs12", "-export", "-inkey", _folder["k.pem"], "-in", _folder["c.pem"], "-name", "one", "-passout", $"file:{_folder["pass"]}", "-out", _folder["o.p12"], .. options]);
        return File.ReadAllBytes(_folder["o.p12"]);
    }

    /// <summary>Adds a MacData of RFC 9579 to a file without one; its value is that of another password, for it is not looked at.</summary>
    private static byte[] WithPbmac1(byte[] file)
    {
        var content = new AsnReader(file, AsnEncodingRules.BER).ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(content.ReadInteger());
            writer.WriteEncodedValue(content.ReadEncodedValue().Span);
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier("1.2.840.113549.1.5.14");
                        using (writer.PushSequence())
                        {
                            WriteKeyDerivation(writer);
                            using (writer.PushSequence())
                                writer.WriteObjectIdentifier("1.2.840.113549.2.9");
                        }
                    }

                    writer.WriteOctetString(new byte[32]);
                }

                writer.WriteOctetString("NOT USED"u8);
                writer.WriteInteger(1);
            }
        }

        return writer.Encode();
    }

    private static void WriteKeyDerivation(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.5.12");
            using (writer.PushSequence())
            {
                writer.WriteOctetString(new byte[16]);
                writer.WriteInteger(2048);
                writer.WriteInteger(32);
                using (writer.PushSequence())
                    writer.WriteObjectIdentifier("1.2.840.113549.2.9");
            }
        }
    }
}
