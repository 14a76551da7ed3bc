using System.Buffers.Binary;
using System.Formats.Asn1;

namespace Slipway.Formats.Keys;

/// <summary>Recognises files with keys that are not read, by their first bytes.</summary>
internal static class ForeignKeystores
{
    private const uint JceksMagic = 0xcececece;
    private const int Pkcs12Version = 3;

    /// <summary>BouncyCastle's stores begin with version, length of the salt (20), salt and rounds; in BKS an entry follows, whose kind is 4 at most.</summary>
    private const int BouncyHeader = 32;

    /// <summary>What a file is that begins neither like PKCS#12 nor like JKS.</summary>
    public static ForeignKeystore Recognise(ReadOnlySpan<byte> file) => file switch
    {
        _ when file.StartsWith("-----BEGIN "u8) => ForeignKeystore.Pem,
        _ when file.Length > 4 && BinaryPrimitives.ReadUInt32BigEndian(file) == JceksMagic => ForeignKeystore.Jceks,
        [0, 0, 0, 1 or 2, 0, 0, 0, 20, ..] when file.Length > BouncyHeader => file[BouncyHeader] <= 4 ? ForeignKeystore.Bks : ForeignKeystore.Uber,
        _ => ForeignKeystore.Unknown,
    };

    /// <summary>Is a whole structure something other than PKCS#12, which begins with its version?</summary>
    public static bool IsOtherDer(ReadOnlyMemory<byte> file)
    {
        try
        {
            var content = new AsnReader(file, AsnEncodingRules.BER).ReadSequence();
            return !content.PeekTag().HasSameClassAndValue(Asn1Tag.Integer) || !content.TryReadInt32(out var version) || version != Pkcs12Version;
        }
        catch (AsnContentException)
        {
            // It ends early, or is no structure: the reader of PKCS#12 says so.
            return false;
        }
    }
}
