using System.Formats.Asn1;
using System.Numerics;

namespace Slipway.Formats.Keys;

/// <summary>
/// Bounds the work that a keystore may ask for. Password-based schemes name their number of rounds beside the salt (RFC 8018, appendix A;
/// RFC 7292, 4): a hostile file can name two thousand million.
/// </summary>
internal sealed class KeyDerivationBudget
{
    /// <summary>Rounds of all schemes together; real tools use up to a million each.</summary>
    private const int MostRounds = 5_000_000;

    private const int Deepest = 24;

    private BigInteger _rounds;

    /// <summary>Counts the rounds that appear in a structure and in the structures packed inside it.</summary>
    public void Spend(ReadOnlyMemory<byte> encoded) => Walk(encoded, 0);

    private void Walk(ReadOnlyMemory<byte> encoded, int depth)
    {
        if (depth > Deepest)
            throw new KeystoreException(KeystoreFault.Corrupt, "the structure is nested too deeply");
        try
        {
            var reader = new AsnReader(encoded, AsnEncodingRules.BER);
            var afterOctets = false;
            while (reader.HasData)
                afterOctets = Visit(reader, afterOctets, depth);
        }
        catch (AsnContentException)
        {
            // Not a structure: octets that merely look like one.
        }
    }

    private bool Visit(AsnReader reader, bool afterOctets, int depth)
    {
        var tag = reader.PeekTag();
        if (tag.HasSameClassAndValue(Asn1Tag.Integer) && afterOctets)
        {
            _rounds += BigInteger.Max(reader.ReadInteger(), BigInteger.Zero);
            if (_rounds > MostRounds)
                throw new KeystoreException(KeystoreFault.Corrupt, "the password would have to be hashed unreasonably often");
            return false;
        }

        if (tag.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString))
        {
            Walk(reader.ReadOctetString(), depth + 1);
            return true;
        }

        Walk(tag.IsConstructed ? reader.PeekContentBytes() : default, depth + 1);
        reader.ReadEncodedValue();
        return false;
    }
}
