using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Text;

namespace Slipway.Formats.Keys;

/// <summary>Recognises files that are not supported keystores, by their first bytes.</summary>
public static class UnsupportedKeystores
{
    private const uint JceksMagic = 0xcececece;
    private const int Pkcs12Version = 3;

    /// <summary>
    /// BouncyCastle's stores begin with version, length of the salt (20), salt and rounds; in BKS an entry follows, with a kind of at
    /// most 4.
    /// </summary>
    private const int BouncyHeader = 32;

    private const int LookedAt = 512;

    /// <summary>Returns the kind of a file that begins neither like PKCS#12 nor like JKS.</summary>
    public static UnsupportedKeystore Recognise(ReadOnlySpan<byte> file) => file switch
    {
        _ when file.StartsWith("-----BEGIN "u8) => UnsupportedKeystore.Pem,
        _ when file.Length > 4 && BinaryPrimitives.ReadUInt32BigEndian(file) == JceksMagic => UnsupportedKeystore.Jceks,
        [0, 0, 0, 1 or 2, 0, 0, 0, 20, ..] when file.Length > BouncyHeader => file[BouncyHeader] <= 4 ? UnsupportedKeystore.Bks : UnsupportedKeystore.Uber,
        [] => UnsupportedKeystore.Empty,
        [(byte)'P', (byte)'K', 3, 4, ..] => UnsupportedKeystore.Zip,
        _ => RecogniseText(file[..Math.Min(file.Length, LookedAt)]),
    };

    // The base64 of the first bytes of PKCS#12 and of JKS.
    private static UnsupportedKeystore RecogniseText(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("version https://git-lfs", StringComparison.Ordinal))
            return UnsupportedKeystore.LfsPointer;
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return UnsupportedKeystore.WebPage;
        return (text.StartsWith("MI", StringComparison.Ordinal) || text.StartsWith("/u3+7", StringComparison.Ordinal)) && text.All(IsBase64) ? UnsupportedKeystore.Base64 : UnsupportedKeystore.Unknown;
    }

    private static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '\r' or '\n';

    /// <summary>Returns whether the bytes are a complete structure other than PKCS#12, which begins with its version.</summary>
    public static bool IsOtherDer(ReadOnlyMemory<byte> file)
    {
        try
        {
            var content = new AsnReader(file, AsnEncodingRules.BER).ReadSequence();
            return !content.PeekTag().HasSameClassAndValue(Asn1Tag.Integer) || !content.TryReadInt32(out var version) || version != Pkcs12Version;
        }
        catch (AsnContentException)
        {
            // The structure is truncated or malformed; the reader of PKCS#12 reports that.
            return false;
        }
    }
}

/// <summary>Kinds of files that are recognised but not read as keystores.</summary>
public enum UnsupportedKeystore
{
    /// <summary>An unknown kind.</summary>
    Unknown,

    /// <summary>Java's JCEKS.</summary>
    Jceks,

    /// <summary>BouncyCastle's BKS.</summary>
    Bks,

    /// <summary>BouncyCastle's UBER, which is encrypted as a whole.</summary>
    Uber,

    /// <summary>Text with keys or certificates.</summary>
    Pem,

    /// <summary>A key, a certificate or another structure in DER.</summary>
    Der,

    /// <summary>A keystore encoded as base64 text, the form in which build servers store files.</summary>
    Base64,

    /// <summary>A pointer of Git LFS, which a repository holds instead of a large file.</summary>
    LfsPointer,

    /// <summary>A web page that a server sent instead of the file.</summary>
    WebPage,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>An empty file.</summary>
    Empty,
}
