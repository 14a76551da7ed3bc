using System.Formats.Asn1;
using System.Text;
using static Slipway.Formats.CodeSignature.Reading.RequirementExpression;

namespace Slipway.Formats.CodeSignature.Reading;

/// <summary>Reads sets of requirements; expressions are in prefix order, words big-endian, texts padded to four bytes.</summary>
internal static class RequirementReader
{
    private const int MostRequirements = 16;
    private const int MostDepth = 64;
    private const int HeaderSize = 8;
    private const uint ExpressionKind = 1;

    public static List<Requirement> ReadSet(ReadOnlyMemory<byte> set) =>
        [.. SuperBlobReader.Read(set, SignatureMagic.RequirementSet, "requirement set", MostRequirements).Select(Read)];

    private static Requirement Read(SignatureBlob blob)
    {
        var reader = new SignatureBlobReader(blob.Bytes, "requirement");
        if (reader.Word() != SignatureMagic.Requirement)
            throw reader.Fault("has the header of another blob");
        reader.Take(HeaderSize - 4);
        var kind = reader.Word();
        if (kind != ExpressionKind)
            return new Requirement((uint)blob.Slot, new Unknown(kind, reader.Take((uint)reader.Left)));
        var expression = Expression(reader, 0);
        return reader.Left == 0 ? new Requirement((uint)blob.Slot, expression) : throw reader.Fault("continues after its end");
    }

    private static RequirementExpression Expression(SignatureBlobReader reader, int depth)
    {
        if (depth > MostDepth)
            throw reader.Fault("is nested too deeply");
        var operation = reader.Word();
        return operation switch
        {
            0 => new Constant(false),
            1 => new Constant(true),
            2 => new Identifier(Text(reader)),
            3 => new AppleAnchor(false),
            4 => new CertificateHash((int)reader.Word(), reader.Padded()),
            5 => new InfoKey(Text(reader), new RequirementMatch(RequirementMatchKind.Equal, reader.Padded())),
            6 => new And(Expression(reader, depth + 1), Expression(reader, depth + 1)),
            7 => new Or(Expression(reader, depth + 1), Expression(reader, depth + 1)),
            8 => new CdHash(reader.Padded()),
            9 => new Not(Expression(reader, depth + 1)),
            10 => new InfoKey(Text(reader), Match(reader)),
            11 => new CertificateField((int)reader.Word(), Text(reader), Match(reader)),
            12 => new Trusted((int)reader.Word()),
            13 => new Trusted(null),
            14 => new CertificateExtension((int)reader.Word(), Oid(reader), false, Match(reader)),
            15 => new AppleAnchor(true),
            16 => new Entitlement(Text(reader), Match(reader)),
            17 => new CertificateExtension((int)reader.Word(), Oid(reader), true, Match(reader)),
            _ => new Unknown(operation, reader.Take((uint)reader.Left)),
        };
    }

    private static RequirementMatch Match(SignatureBlobReader reader)
    {
        var kind = (RequirementMatchKind)reader.Word();
        return kind switch
        {
            RequirementMatchKind.Exists or RequirementMatchKind.Absent => new RequirementMatch(kind, default),
            >= RequirementMatchKind.Equal and <= RequirementMatchKind.GreaterOrEqual => new RequirementMatch(kind, reader.Padded()),
            >= RequirementMatchKind.On and <= RequirementMatchKind.OnOrAfter => new RequirementMatch(kind, reader.Take(8)),
            _ => throw reader.Fault($"has the unknown comparison {(uint)kind}"),
        };
    }

    private static string Text(SignatureBlobReader reader) => Encoding.UTF8.GetString(reader.Padded().Span);

    /// <summary>Decodes the content of an OBJECT IDENTIFIER, without tag and length.</summary>
    private static string Oid(SignatureBlobReader reader)
    {
        var content = reader.Padded();
        if (content.Length is 0 or > 64)
            throw reader.Fault($"has an object identifier of {content.Length} bytes");
        try
        {
            return AsnDecoder.ReadObjectIdentifier([6, (byte)content.Length, .. content.Span], AsnEncodingRules.DER, out _);
        }
        catch (AsnContentException)
        {
            throw reader.Fault("has a broken object identifier");
        }
    }
}
