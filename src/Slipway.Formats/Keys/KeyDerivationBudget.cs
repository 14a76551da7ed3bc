using System.Formats.Asn1;
using System.Numerics;

namespace Slipway.Formats.Keys;

/// <summary>
/// Bounds the work that a keystore may ask for. Password-based schemes name their number of rounds beside the salt (RFC 8018, appendix A;
/// RFC 7292, 4): a hostile file can name two thousand million.
/// </summary>
/// <param name="mostRounds">Rounds of all schemes together.</param>
internal sealed class KeyDerivationBudget(long mostRounds)
{
    private const int Deepest = 24;

    private BigInteger _spent;

    /// <summary>What opening a keystore may take: real tools use up to a million rounds for each of two schemes.</summary>
    public static KeyDerivationBudget ForOpening() => new(5_000_000);

    /// <summary>What its keys may take together.</summary>
    public static KeyDerivationBudget ForKeys() => new(12_000_000);

    /// <summary>Counts the rounds that appear in a structure and in the structures packed inside it.</summary>
    /// <exception cref="KeystoreException">There are too many.</exception>
    public void Spend(ReadOnlyMemory<byte> encoded) => Spend(RoundsOf(encoded));

    /// <summary>Counts rounds.</summary>
    /// <exception cref="KeystoreException">There are too many.</exception>
    public void Spend(BigInteger rounds)
    {
        _spent += rounds;
        if (_spent > mostRounds)
            throw new KeystoreException(KeystoreFault.TooManyRounds, $"the password would have to be hashed unreasonably often, {_spent} times");
    }

    /// <summary>The rounds that appear in a structure and in the structures packed inside it.</summary>
    /// <exception cref="KeystoreException">It is nested too deeply.</exception>
    public static BigInteger RoundsOf(ReadOnlyMemory<byte> encoded) => Walk(encoded, 0);

    private static BigInteger Walk(ReadOnlyMemory<byte> encoded, int depth)
    {
        if (depth > Deepest)
            throw new KeystoreException(KeystoreFault.Corrupt, "the structure is nested too deeply");
        var rounds = BigInteger.Zero;
        try
        {
            var reader = new AsnReader(encoded, AsnEncodingRules.BER);
            var afterOctets = false;
            while (reader.HasData)
                afterOctets = Visit(reader, afterOctets, depth, ref rounds);
        }
        catch (AsnContentException)
        {
            // Not a structure: octets that merely look like one.
        }

        return rounds;
    }

    private static bool Visit(AsnReader reader, bool afterOctets, int depth, ref BigInteger rounds)
    {
        var tag = reader.PeekTag();
        if (tag.HasSameClassAndValue(Asn1Tag.Integer) && afterOctets)
        {
            rounds += BigInteger.Max(reader.ReadInteger(), BigInteger.Zero);
            return false;
        }

        if (tag.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString))
        {
            rounds += Walk(reader.ReadOctetString(), depth + 1);
            return true;
        }

        rounds += Walk(tag.IsConstructed ? reader.PeekContentBytes() : default, depth + 1);
        reader.ReadEncodedValue();
        return false;
    }
}
