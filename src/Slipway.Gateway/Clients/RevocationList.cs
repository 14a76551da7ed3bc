using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Gateway.Clients;

/// <summary>A list of certificates that their authority revoked (RFC 5280, section 5).</summary>
public sealed class RevocationList
{
    private static readonly Asn1Tag Extensions = new(TagClass.ContextSpecific, 0);
    private readonly HashSet<BigInteger> _serials;

    private RevocationList(HashSet<BigInteger> serials, DateTimeOffset? nextUpdate) => (_serials, NextUpdate) = (serials, nextUpdate);

    /// <summary>When the authority publishes the next list; null when the list does not say.</summary>
    public DateTimeOffset? NextUpdate { get; }

    /// <summary>The number of revoked certificates.</summary>
    public int Count => _serials.Count;

    /// <summary>Reads a list in PEM or DER form that one of the authorities signed.</summary>
    /// <exception cref="FormatException">The content is not a revocation list, or none of the authorities signed it.</exception>
    public static RevocationList Read(byte[] content, X509Certificate2Collection authorities)
    {
        var text = System.Text.Encoding.Latin1.GetString(content);
        if (PemEncoding.TryFind(text, out var pem))
        {
            content = text[pem.Label] == "X509 CRL"
                ? Convert.FromBase64String(text[pem.Base64Data])
                : throw new FormatException("The file is PEM, but holds no X509 CRL.");
        }
        try
        {
            var list = new AsnReader(content, AsnEncodingRules.DER).ReadSequence();
            var signed = list.PeekEncodedValue();
            var body = list.ReadSequence();
            var algorithm = list.ReadSequence().ReadObjectIdentifier();
            var signature = list.ReadBitString(out _);
            if (!authorities.Any(a => Verifies(a, algorithm, signed.Span, signature)))
                throw new FormatException("None of the authorities signed the list, or the algorithm of the signature is not supported.");
            return Body(body);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            throw new FormatException("The file is not a list of revoked certificates.", e);
        }
    }

    /// <summary>Returns whether a certificate is revoked.</summary>
    public bool Contains(X509Certificate2 certificate) =>
        _serials.Contains(new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true));

    private static RevocationList Body(AsnReader body)
    {
        if (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
            body.ReadInteger();
        body.ReadSequence();
        body.ReadSequence();
        Time(body);
        DateTimeOffset? next = body.HasData && !body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) && !body.PeekTag().HasSameClassAndValue(Extensions)
            ? Time(body)
            : null;
        var serials = new HashSet<BigInteger>();
        if (body.HasData && body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            for (var entries = body.ReadSequence(); entries.HasData;)
                serials.Add(entries.ReadSequence().ReadInteger());
        }

        return new RevocationList(serials, next);
    }

    private static DateTimeOffset Time(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();

    private static bool Verifies(X509Certificate2 authority, string algorithm, ReadOnlySpan<byte> signed, byte[] signature)
    {
        // RFC 8017 appendix C and RFC 5758 section 3.2.
        HashAlgorithmName? hash = algorithm switch
        {
            "1.2.840.113549.1.1.11" or "1.2.840.10045.4.3.2" => HashAlgorithmName.SHA256,
            "1.2.840.113549.1.1.12" or "1.2.840.10045.4.3.3" => HashAlgorithmName.SHA384,
            "1.2.840.113549.1.1.13" or "1.2.840.10045.4.3.4" => HashAlgorithmName.SHA512,
            _ => null,
        };
        if (hash is not { } name)
            return false;
        using var rsa = authority.GetRSAPublicKey();
        using var ec = authority.GetECDsaPublicKey();
        return algorithm.StartsWith("1.2.840.113549", StringComparison.Ordinal)
            ? rsa is not null && rsa.VerifyData(signed, signature, name, RSASignaturePadding.Pkcs1)
            : ec is not null && ec.VerifyData(signed, signature, name, DSASignatureFormat.Rfc3279DerSequence);
    }
}
