using System.Formats.Asn1;

namespace Slipway.Formats.Keys;

/// <summary>Names of encryption schemes that other tools use for PKCS#12 and that the reader does not support.</summary>
internal static class EncryptionNames
{
    private const int Deepest = 24;

    private static readonly Dictionary<string, string> Unsupported = new(StringComparer.Ordinal)
    {
        ["1.2.392.200011.61.1.1.1.2"] = "Camellia",
        ["1.2.392.200011.61.1.1.1.3"] = "Camellia",
        ["1.2.392.200011.61.1.1.1.4"] = "Camellia",
        ["1.2.410.200046.1.1.2"] = "ARIA",
        ["1.2.410.200046.1.1.7"] = "ARIA",
        ["1.2.410.200046.1.1.12"] = "ARIA",
        ["1.2.410.200004.1.4"] = "SEED",
        ["1.2.156.10197.1.104.2"] = "SM4",
        ["1.3.6.1.4.1.188.7.1.1.2"] = "IDEA",
        ["1.3.6.1.4.1.3029.1.2"] = "Blowfish",
        ["1.2.840.113533.7.66.10"] = "CAST-128",
        ["1.2.840.113549.3.9"] = "RC5",
        ["1.2.643.2.2.21"] = "GOST 28147",
        ["1.2.643.7.1.1.5.2.2"] = "Kuznyechik",
        ["1.2.840.113549.1.12.1.1"] = "RC4",
        ["1.2.840.113549.1.12.1.2"] = "RC4",
        ["1.3.6.1.4.1.11591.4.11"] = "scrypt",
    };

    /// <summary>Returns the first such scheme in a structure; null when it has none.</summary>
    public static string? FindUnsupported(ReadOnlyMemory<byte> encoded) => Find(encoded, 0);

    private static string? Find(ReadOnlyMemory<byte> encoded, int depth)
    {
        if (depth > Deepest)
            return null;
        try
        {
            var reader = new AsnReader(encoded, AsnEncodingRules.BER);
            while (reader.HasData)
            {
                var tag = reader.PeekTag();
                var found = tag.HasSameClassAndValue(Asn1Tag.ObjectIdentifier) && Unsupported.TryGetValue(reader.ReadObjectIdentifier(), out var name) ? name
                    : tag.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString) && !tag.IsConstructed ? Find(reader.ReadOctetString(), depth + 1)
                    : tag.IsConstructed ? Find(reader.PeekContentBytes(), depth + 1)
                    : null;
                if (found is not null)
                    return found;
                if (!tag.HasSameClassAndValue(Asn1Tag.ObjectIdentifier) && (tag.IsConstructed || !tag.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString)))
                    reader.ReadEncodedValue();
            }
        }
        catch (AsnContentException)
        {
            // The octets only look like a structure.
        }

        return null;
    }
}
