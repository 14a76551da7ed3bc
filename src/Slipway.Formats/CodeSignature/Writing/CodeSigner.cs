using System.Security.Cryptography;
using Slipway.Formats.MachO;
using Slipway.Formats.Plist;
using SignatureMagic = Slipway.Formats.CodeSignature.Reading.SignatureMagic;

namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>
/// Signs a Mach-O file: an embedded signature of code directory, requirements, entitlements in XML and DER, and a CMS envelope
/// (developer.apple.com, TN3126 "Inside Code Signing: Hashes"). The same input results in the same bytes.
/// </summary>
public static class CodeSigner
{
    private const uint CodeDirectorySlot = 0;
    private const uint RequirementsSlot = 2;
    private const uint EntitlementsSlot = 5;
    private const uint DerEntitlementsSlot = 7;
    private const uint EnvelopeSlot = 0x10000;

    // The space for the signature is a multiple of this number, so that small differences in the size of a certificate do not change it.
    private const int RoomStep = 1024;

    /// <summary>Signs one thin file; replaces an old signature.</summary>
    /// <param name="executable">The whole file.</param>
    /// <param name="input">The data that the signature binds to it.</param>
    /// <param name="options">Key and time.</param>
    /// <returns>The whole new file.</returns>
    /// <exception cref="MachOException">The file is refused.</exception>
    /// <exception cref="CodeSigningException">The file cannot be signed with these options.</exception>
    public static byte[] Sign(ReadOnlyMemory<byte> executable, CodeSignatureInput input, CodeSigningOptions options)
    {
        Check(options);
        var image = MachOReader.Read(executable);
        if (image.Encryption is { System: not 0 })
            throw new CodeSigningException(CodeSigningFault.Encrypted, "a store has encrypted it");
        var text = image.Segment("__TEXT") ?? throw new CodeSigningException(CodeSigningFault.UnsuitableLayout, "it has no segment __TEXT");
        var requirements = RequirementsBlob.Write(input.Identifier, options.Key.Certificate);
        var entitlements = input.Entitlements is null ? null : SignatureBlobWriter.Wrap(SignatureMagic.Entitlements, Xml(input.Entitlements));
        var der = input.Entitlements is null ? null : SignatureBlobWriter.Wrap(SignatureMagic.DerEntitlements, EntitlementDerWriter.Write(input.Entitlements));
        var builder = new CodeDirectoryBuilder
        {
            Identifier = input.Identifier,
            TeamId = input.TeamId,
            ExecutableSegment = (text.FileOffset, text.FileSize),
            IsMainExecutable = input.IsMainExecutable,
            AllowsDebugging = input.Entitlements?.Boolean("get-task-allow") == true,
        };
        builder.Bind(input.InfoPlist, requirements, input.CodeResources, entitlements, der);
        byte[] Join(byte[] directory, byte[] envelope) => SignatureBlobWriter.Join(
            SignatureMagic.EmbeddedSignature,
            [(CodeDirectorySlot, directory), (RequirementsSlot, requirements), .. Optional(EntitlementsSlot, entitlements), .. Optional(DerEntitlementsSlot, der), (EnvelopeSlot, envelope)]);

        var start = MachOSignatureSlot.Find(executable, image);
        var room = Join(new byte[builder.Measure(start)], []).Length + SignatureEnvelope.Reserve(options);
        var file = MachOSignatureSlot.Open(executable, image, start, (room + RoomStep - 1) / RoomStep * RoomStep);
        var directory = builder.Build(file.AsMemory(0, start));
        var envelope = SignatureBlobWriter.Wrap(SignatureMagic.Wrapper, SignatureEnvelope.Write(directory, options));
        var signature = Join(directory, envelope);
        signature.CopyTo(file, start);
        return file;
    }

    private static IEnumerable<(uint Slot, byte[] Blob)> Optional(uint slot, byte[]? blob) => blob is null ? [] : [(slot, blob)];

    private static byte[] Xml(PlistDictionary entitlements)
    {
        try
        {
            return PlistXmlWriter.Write(entitlements);
        }
        catch (ArgumentException inexpressible)
        {
            throw new CodeSigningException(CodeSigningFault.UnsupportedEntitlement, $"an entitlement cannot be written as XML: {inexpressible.Message}");
        }
    }

    private static void Check(CodeSigningOptions options)
    {
        if (options.Key.PrivateKey is not RSA)
            throw new CodeSigningException(CodeSigningFault.UnsupportedKey, "code is signed with RSA keys");
        if (options.Key.Chain.Count < 2)
            throw new CodeSigningException(CodeSigningFault.IncompleteChain, "the certificate of the issuer is missing");
    }
}
