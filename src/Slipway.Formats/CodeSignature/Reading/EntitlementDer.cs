using System.Formats.Asn1;
using System.Numerics;
using System.Text;
using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>Entitlements in DER, as the kernel of iOS 15 and later reads them.</summary>
/// <param name="Form">The layout.</param>
/// <param name="Content">The entitlements.</param>
public sealed record EntitlementDer(EntitlementDerForm Form, PlistDictionary Content)
{
    private const int MostDepth = 32;

    private static readonly Asn1Tag Envelope = new(TagClass.Application, 16, isConstructed: true);
    private static readonly Asn1Tag Dictionary = new(TagClass.ContextSpecific, 16, isConstructed: true);
    private static readonly AsnReaderOptions AnyOrder = new() { SkipSetSortOrderVerification = true };

    /// <summary>Reads entitlements of either layout.</summary>
    /// <param name="der">The blob without its header of eight bytes.</param>
    /// <exception cref="MalformedInputException">The layout is unknown, a key occurs twice, or the keys are not sorted.</exception>
    public static EntitlementDer Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.DER, AnyOrder);
            var form = reader.PeekTag() == Envelope ? EntitlementDerForm.Versioned : EntitlementDerForm.Set;
            var content = form == EntitlementDerForm.Versioned ? Versioned(reader) : Pairs(reader.ReadSetOf(), 0, isSorted: false);
            reader.ThrowIfNotEmpty();
            return new EntitlementDer(form, content);
        }
        catch (AsnContentException broken)
        {
            throw Fault("the entitlements are not valid DER", broken);
        }
    }

    private static PlistDictionary Versioned(AsnReader reader)
    {
        var envelope = reader.ReadSequence(Envelope);
        if (!envelope.TryReadInt32(out var version) || version != 1)
            throw Fault("the entitlements have an unknown version");
        var content = Pairs(envelope.ReadSequence(Dictionary), 0, isSorted: true);
        envelope.ThrowIfNotEmpty();
        return content;
    }

    private static PlistDictionary Pairs(AsnReader pairs, int depth, bool isSorted)
    {
        var entries = new OrderedDictionary<string, PlistValue>(StringComparer.Ordinal);
        byte[] last = [];
        while (pairs.HasData)
        {
            var pair = pairs.ReadSequence();
            var key = Text(pair);
            var bytes = Encoding.UTF8.GetBytes(key);
            if (isSorted && entries.Count > 0 && last.AsSpan().SequenceCompareTo(bytes) > 0)
                throw Fault($"the key '{key}' is not in sorted order");
            last = bytes;
            if (!entries.TryAdd(key, Value(pair, depth + 1)))
                throw Fault($"the key '{key}' occurs twice");
            pair.ThrowIfNotEmpty();
        }

        return new PlistDictionary(entries);
    }

    private static PlistValue Value(AsnReader reader, int depth)
    {
        if (depth > MostDepth)
            throw Fault("the entitlements are nested too deeply");
        var tag = reader.PeekTag();
        if (tag == Dictionary)
            return Pairs(reader.ReadSequence(Dictionary), depth, isSorted: true);
        if (tag == Asn1Tag.Boolean)
            return new PlistBoolean(reader.ReadBoolean());
        if (tag == Asn1Tag.Integer)
            return new PlistInteger(Number(reader.ReadInteger()));
        if (tag.HasSameClassAndValue(Asn1Tag.Sequence))
            return List(reader.ReadSequence(), depth);
        if (tag.HasSameClassAndValue(Asn1Tag.SetOf))
            return Pairs(reader.ReadSetOf(), depth, isSorted: false);
        if (tag == Asn1Tag.PrimitiveOctetString)
            return new PlistData(reader.ReadOctetString());
        return new PlistString(Text(reader));
    }

    private static PlistArray List(AsnReader reader, int depth)
    {
        var items = new List<PlistValue>();
        while (reader.HasData)
            items.Add(Value(reader, depth + 1));
        return new PlistArray(items);
    }

    private static string Text(AsnReader reader) => reader.ReadCharacterString(UniversalTagNumber.UTF8String);

    private static Int128 Number(BigInteger value) =>
        value >= long.MinValue && value <= ulong.MaxValue ? (Int128)value : throw Fault("a number is too large");

    private static MalformedInputException Fault(string reason, Exception? inner = null) => new("DER entitlements", reason, inner: inner);
}

/// <summary>The layouts of entitlements in DER (the two versions of xnu, EXTERNAL_HEADERS/CoreEntitlements/CoreEntitlements.h).</summary>
public enum EntitlementDerForm
{
    /// <summary>A SET of pairs: the first version, which some tools still write.</summary>
    Set,

    /// <summary>[APPLICATION 16] with a version number and sorted pairs: the current version.</summary>
    Versioned,
}
