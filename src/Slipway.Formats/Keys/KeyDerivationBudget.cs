using System.Formats.Asn1;
using System.Numerics;

namespace Slipway.Formats.Keys;

/// <summary>
/// Bounds the work for a keystore. Password-based schemes store their number of rounds next to the salt (RFC 8018, appendix A; RFC
/// 7292, 4), and a hostile file can ask for two thousand million.
/// </summary>
/// <param name="mostRounds">Limit on the rounds of all schemes together.</param>
internal sealed class KeyDerivationBudget(long mostRounds)
{
    private const int Deepest = 24;

    private BigInteger _spent;

    /// <summary>The budget for opening a keystore: real tools use up to a million rounds for each of two schemes.</summary>
    public static KeyDerivationBudget ForOpening() => new(5_000_000);

    /// <summary>The budget for all keys of a keystore together.</summary>
    public static KeyDerivationBudget ForKeys() => new(12_000_000);

    /// <summary>Charges the rounds in a structure and in its embedded structures to the budget.</summary>
    /// <exception cref="KeystoreException">There are too many.</exception>
    public void Spend(ReadOnlyMemory<byte> encoded) => Spend(RoundsOf(encoded));

    /// <summary>Charges rounds to the budget.</summary>
    /// <exception cref="KeystoreException">There are too many.</exception>
    public void Spend(BigInteger rounds)
    {
        _spent += rounds;
        if (_spent > mostRounds)
            throw new KeystoreException(KeystoreFault.TooManyRounds, $"opening it takes {_spent} rounds of key derivation, more than is allowed");
    }

    /// <summary>Returns the rounds in a structure and in its embedded structures.</summary>
    /// <exception cref="KeystoreException">The structure is nested too deeply.</exception>
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
            // The octets only look like a structure.
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
