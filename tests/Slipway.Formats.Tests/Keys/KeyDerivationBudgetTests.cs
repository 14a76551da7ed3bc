using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Keys;

namespace Slipway.Formats.Tests.Keys;

public sealed class KeyDerivationBudgetTests
{
    [Theory]
    [InlineData(5_000_001)]
    [InlineData(int.MaxValue)]
    [InlineData(1L << 31)]
    [InlineData(1L << 62)]
    public void A_keystore_that_asks_for_endless_work_is_refused(long rounds)
    {
        var refusal = Assert.Throws<KeystoreException>(() => Keystore.Load(Empty(rounds), "x"));
        Assert.Equal(KeystoreFault.TooManyRounds, refusal.Fault);
        Assert.Contains($"{rounds} rounds", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_lie_open_count_when_they_are_opened()
    {
        var content = new Pkcs12SafeContents();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        content.AddCertificate(certificate);
        // Made with few rounds, and changed to many: they are not spent unless somebody asks.
        content.AddShroudedKey(key, "x", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 0x4142));
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(content);
        builder.SealWithoutIntegrity();
        var bytes = builder.Encode();
        var at = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x02, 0x02, 0x41, 0x42]);
        (bytes[at + 2], bytes[at + 3]) = (0x7f, 0xff);
        Assert.Single(Keystore.Load(bytes, "x").Entries);
        var budget = new KeyDerivationBudget(0x7ffe);
        Assert.Equal(KeystoreFault.TooManyRounds, Assert.Throws<KeystoreException>(() => budget.Spend(bytes)).Fault);
    }

    [Fact]
    public void Rounds_that_tools_really_use_are_not_too_many() =>
        Assert.Equal(KeystoreFault.WrongPassword, Assert.Throws<KeystoreException>(() => Keystore.Load(Empty(600_000), "x")).Fault);

    /// <summary>A PKCS#12 without contents, whose check sum takes that many rounds and is wrong (RFC 7292, 4).</summary>
    private static byte[] Empty(long rounds)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(3);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                    writer.WriteOctetString([0x30, 0x00]);
            }

            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1");
                        writer.WriteNull();
                    }

                    writer.WriteOctetString(new byte[32]);
                }

                writer.WriteOctetString(new byte[8]);
                writer.WriteInteger(rounds);
            }
        }

        return writer.Encode();
    }
}
