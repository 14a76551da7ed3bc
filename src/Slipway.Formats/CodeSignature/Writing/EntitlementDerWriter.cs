using System.Formats.Asn1;
using System.Numerics;
using System.Text;
using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>
/// Writes entitlements in DER, which iOS 15 and later require: <c>[APPLICATION 16] { INTEGER 1, [16] { SEQUENCE { UTF8String key,
/// value }* } }</c> with the keys in the order of their bytes (xnu, EXTERNAL_HEADERS/CoreEntitlements).
/// </summary>
internal static class EntitlementDerWriter
{
    private const int Version = 1;

    private static readonly Asn1Tag Document = new(TagClass.Application, 16, isConstructed: true);
    private static readonly Asn1Tag Dictionary = new(TagClass.ContextSpecific, 16, isConstructed: true);

    // Keys are sorted as UTF-8, because UTF-16 orders some characters differently.
    private static readonly Comparer<byte[]> ByteOrder = Comparer<byte[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b));

    /// <exception cref="CodeSigningException">A value cannot be expressed.</exception>
    public static byte[] Write(PlistDictionary entitlements)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence(Document))
        {
            writer.WriteInteger(Version);
            Write(writer, entitlements);
        }

        return writer.Encode();
    }

    private static void Write(AsnWriter writer, PlistDictionary dictionary)
    {
        using var scope = writer.PushSequence(Dictionary);
        foreach (var (key, value) in dictionary.OrderBy(entry => Encoding.UTF8.GetBytes(entry.Key), ByteOrder))
        {
            using var entry = writer.PushSequence();
            Text(writer, key, key);
            Write(writer, key, value);
        }
    }

    private static void Write(AsnWriter writer, string key, PlistValue value)
    {
        switch (value)
        {
            case PlistBoolean boolean:
                writer.WriteBoolean(boolean.Value);
                break;
            case PlistInteger integer:
                writer.WriteInteger((BigInteger)integer.Value);
                break;
            case PlistString text:
                Text(writer, key, text.Value);
                break;
            case PlistData data:
                writer.WriteOctetString(data.Value.Span);
                break;
            case PlistDictionary dictionary:
                Write(writer, dictionary);
                break;
            case PlistArray array:
                using (writer.PushSequence())
                {
                    foreach (var item in array)
                        Write(writer, key, item);
                }

                break;
            default:
                throw Unsupported(key, "a date or a number with a fraction");
        }
    }

    private static void Text(AsnWriter writer, string key, string text)
    {
        try
        {
            writer.WriteCharacterString(UniversalTagNumber.UTF8String, text);
        }
        catch (EncoderFallbackException)
        {
            throw Unsupported(key, "text that is not Unicode");
        }
    }

    private static CodeSigningException Unsupported(string key, string what) =>
        new(CodeSigningFault.UnsupportedEntitlement, $"the entitlement '{key}' holds {what}, which a signature cannot express");
}
