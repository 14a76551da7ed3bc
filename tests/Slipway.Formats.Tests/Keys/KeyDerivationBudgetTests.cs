using System.Formats.Asn1;
using Slipway.Formats.Keys;

namespace Slipway.Formats.Tests.Keys;

public sealed class KeyDerivationBudgetTests
{
    [Fact]
    public void A_keystore_that_asks_for_endless_work_is_refused() =>
        Assert.Contains("unreasonably often", Assert.Throws<KeystoreException>(() => Keystore.Load(Empty(int.MaxValue), "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rounds_that_tools_really_use_are_not_too_many() =>
        Assert.Equal(KeystoreFault.WrongPassword, Assert.Throws<KeystoreException>(() => Keystore.Load(Empty(600_000), "x")).Fault);

    /// <summary>A PKCS#12 without contents, whose check sum takes that many rounds and is wrong (RFC 7292, 4).</summary>
    private static byte[] Empty(int rounds)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(3);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                {
                    writer.WriteOctetString([0x30, 0x00]);
                }
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
