using System.Buffers.Binary;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SignatureMagic = Slipway.Formats.CodeSignature.Reading.SignatureMagic;

namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>
/// Writes the designated requirement, which determines who may replace this code: the identifier, a certificate in Apple's hierarchy,
/// the leaf's common name, and an intermediate certificate for developers (Security, OSX/libsecurity_codesigning/lib/drmaker.cpp;
/// opcodes in requirement.h).
/// </summary>
internal static class RequirementsBlob
{
    private const uint DesignatedRequirement = 3;
    private const uint ExpressionForm = 1;

    private const uint OpIdentifier = 2;
    private const uint OpAnd = 6;
    private const uint OpCertificateField = 11;
    private const uint OpCertificateExtension = 14;
    private const uint OpAppleGenericAnchor = 15;

    private const uint MatchExists = 0;
    private const uint MatchEqual = 1;

    private const uint Leaf = 0;
    private const uint Issuer = 1;

    // 1.2.840.113635.100.6.2.1: an intermediate of Apple Worldwide Developer Relations.
    private static ReadOnlySpan<byte> DeveloperIntermediate => [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x63, 0x64, 0x06, 0x02, 0x01];

    public static byte[] Write(string identifier, X509Certificate2 leaf)
    {
        using var expression = new MemoryStream();
        Number(expression, ExpressionForm);
        Number(expression, OpAnd);
        Number(expression, OpIdentifier);
        Data(expression, Encoding.UTF8.GetBytes(identifier));
        Number(expression, OpAnd);
        Number(expression, OpAppleGenericAnchor);
        Number(expression, OpAnd);
        Number(expression, OpCertificateField);
        Number(expression, Leaf);
        Data(expression, "subject.CN"u8);
        Number(expression, MatchEqual);
        Data(expression, Encoding.UTF8.GetBytes(leaf.GetNameInfo(X509NameType.SimpleName, forIssuer: false)));
        Number(expression, OpCertificateExtension);
        Number(expression, Issuer);
        Data(expression, DeveloperIntermediate);
        Number(expression, MatchExists);
        var requirement = SignatureBlobWriter.Wrap(SignatureMagic.Requirement, expression.ToArray());
        return SignatureBlobWriter.Join(SignatureMagic.RequirementSet, (DesignatedRequirement, requirement));
    }

    private static void Number(MemoryStream expression, uint number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        expression.Write(bytes);
    }

    // Length, bytes, zeros up to a multiple of four.
    private static void Data(MemoryStream expression, ReadOnlySpan<byte> bytes)
    {
        Number(expression, (uint)bytes.Length);
        expression.Write(bytes);
        while (expression.Length % sizeof(uint) != 0)
            expression.WriteByte(0);
    }
}
