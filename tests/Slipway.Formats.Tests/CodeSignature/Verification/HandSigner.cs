using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Slipway.Formats.Keys;
using Slipway.Formats.Plist;
using Slipway.Formats.Tests.CodeSignature.Reading;

namespace Slipway.Formats.Tests.CodeSignature.Verification;

/// <summary>Makes a small signed program, step by step as the format asks for and without the writer that is under test elsewhere.</summary>
internal static class HandSigner
{
    public const int CodeSize = 16384;
    private const int SignatureSize = 16384;
    private const int Page = 4096;

    public static byte[] Sign(SigningKey key, string identifier, string team, byte[] info, byte[] resources, PlistDictionary entitlements)
    {
        var code = Program();
        var requirements = SignatureBytes.RequirementsOf(identifier, key.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false));
        var xml = SignatureBytes.Blob(0xfade7171, PlistXmlWriter.Write(entitlements));
        var der = SignatureBytes.Blob(0xfade7172, Der(entitlements));
        var directory = Directory(code, identifier, team, [der, [], xml, [], resources, requirements, info], entitlements.Boolean("get-task-allow") is true);
        var cms = SignatureBytes.Blob(0xfade0b01, Cms(key, directory));
        var signature = SignatureBytes.Super(0xfade0cc0, (0, directory), (2, requirements), (5, xml), (7, der), (0x10000, cms));
        return [.. code, .. signature, .. new byte[SignatureSize - signature.Length]];
    }

    private static byte[] Program()
    {
        var file = new byte[CodeSize];
        var at = Little(file, 0, 0xfeedfacf, 0x0100000c, 0, 2, 4, 184, 0x200085, 0);
        at = Segment(file, at, "__TEXT", 0, CodeSize);
        at = Segment(file, at, "__LINKEDIT", CodeSize, SignatureSize);
        at = Little(file, at, 0x32, 24, 2, 15 << 16, 18 << 16, 0);
        Little(file, at, 0x1d, 16, CodeSize, SignatureSize);
        RandomNumberGenerator.Fill(file.AsSpan(8192));
        return file;
    }

    private static int Segment(byte[] file, int at, string name, uint offset, uint size)
    {
        Little(file, at, 0x19, 72);
        Encoding.ASCII.GetBytes(name, file.AsSpan(at + 8));
        Little(file, at + 24, offset, 1, size, 0, offset, 0, size, 0, 5, 5, 0, 0);
        return at + 72;
    }

    private static int Little(byte[] file, int at, params uint[] words)
    {
        foreach (var word in words)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), word);
            at += 4;
        }

        return at;
    }

    private static byte[] Directory(byte[] code, string identifier, string team, byte[][] specials, bool isDebuggable)
    {
        byte[] texts = [.. Encoding.UTF8.GetBytes(identifier), 0, .. Encoding.UTF8.GetBytes(team), 0];
        var slots = specials.Select(s => s.Length == 0 ? new byte[32] : SHA256.HashData(s)).Concat(code.Chunk(Page).Select(SHA256.HashData)).SelectMany(h => h);
        byte[] content =
        [
            .. SignatureBytes.Words(0x20400, 0, 88 + texts.Length + (32 * specials.Length), 88, specials.Length, code.Length / Page, code.Length), 32, 2, 0, 12,
            .. SignatureBytes.Words(0, 0, 88 + identifier.Length + 1, 0, 0, 0, 0, 0, 0, CodeSize, 0, isDebuggable ? 0x11 : 1), .. texts, .. slots,
        ];
        return SignatureBytes.Blob(0xfade0c02, content);
    }

    private static byte[] Cms(SigningKey key, byte[] directory)
    {
        var hash = SHA256.HashData(directory);
        var list = PlistXmlWriter.Write(new PlistDictionary([new("cdhashes", new PlistArray(new PlistData(hash.AsMemory(0, 20))))]));
        var pair = new AsnWriter(AsnEncodingRules.DER);
        using (pair.PushSequence())
        {
            pair.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1");
            pair.WriteOctetString(hash);
        }

        var octets = new AsnWriter(AsnEncodingRules.DER);
        octets.WriteOctetString(list);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.Certificate, key.PrivateKey)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.None,
        };
        signer.Certificates.AddRange(key.Chain.ToArray());
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113635.100.9.1"), octets.Encode()));
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113635.100.9.2"), pair.Encode()));
        var cms = new SignedCms(new ContentInfo(directory), detached: true);
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    private static byte[] Der(PlistDictionary entitlements)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using var envelope = writer.PushSequence(new Asn1Tag(TagClass.Application, 16));
        writer.WriteInteger(1);
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 16)))
        {
            foreach (var (key, value) in entitlements.OrderBy(e => e.Key, StringComparer.Ordinal))
            {
                using var entry = writer.PushSequence();
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, key);
                if (value is PlistBoolean flag)
                    writer.WriteBoolean(flag.Value);
                else
                    writer.WriteCharacterString(UniversalTagNumber.UTF8String, ((PlistString)value).Value);
            }
        }

        envelope.Dispose();
        return writer.Encode();
    }
}
