using Slipway.Formats.CodeSignature.Reading;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>A program with its signature and the files that the signature covers.</summary>
/// <param name="File">The whole file.</param>
/// <param name="Place">Place of the signature in the file.</param>
/// <param name="Signature">The signature.</param>
/// <param name="InfoPlist">Bytes of Info.plist; null for a library.</param>
/// <param name="Resources">Bytes of CodeResources; null when there is none.</param>
internal sealed record SignedCode(
    ReadOnlyMemory<byte> File, SignaturePlacement Place, EmbeddedSignature Signature, ReadOnlyMemory<byte>? InfoPlist, ReadOnlyMemory<byte>? Resources);
