using Slipway.Formats.CodeSignature.Reading;
using Slipway.Formats.MachO;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>A program with its signature and the files that the signature covers.</summary>
/// <param name="File">The whole file.</param>
/// <param name="Place">Place of the signature in the file.</param>
/// <param name="Signature">The signature.</param>
/// <param name="InfoPlist">Bytes of Info.plist; null for a library.</param>
/// <param name="Resources">Bytes of CodeResources; null when there is none.</param>
internal sealed record SignedCode(
    ReadOnlyMemory<byte> File, SignaturePlacement Place, EmbeddedSignature Signature, ReadOnlyMemory<byte>? InfoPlist, ReadOnlyMemory<byte>? Resources);

/// <summary>
/// The places of the signature and the executable segment in a program (apple-oss-distributions/xnu,
/// EXTERNAL_HEADERS/mach-o/loader.h). The signature must be the end of the file and of the segment __LINKEDIT
/// (bsd/kern/mach_loader.c, load_code_signature).
/// </summary>
/// <param name="Offset">Offset of the signature; -1 when there is none.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="TextOffset">Offset of the segment __TEXT.</param>
/// <param name="TextSize">Its size in the file, in bytes.</param>
/// <param name="IsMain">True for a program, false for a library.</param>
/// <param name="MinimumOs">Lowest release of the system; null when the file does not name it.</param>
/// <param name="Platform">Number of the platform: 2 iOS, 7 its simulator; 0 when the file does not name it.</param>
internal sealed record SignaturePlacement(long Offset, long Size, ulong TextOffset, ulong TextSize, bool IsMain, Version? MinimumOs, uint Platform)
{
    private const int Alignment = 16;

    /// <exception cref="MalformedInputException">The file is not a 64-bit program for one architecture, or the signature is misplaced.</exception>
    public static SignaturePlacement Read(ReadOnlyMemory<byte> file)
    {
        var image = MachOReader.Read(file);
        var text = image.Segment("__TEXT");
        var linkEdit = image.Segment("__LINKEDIT");
        if (image.Signature is { } signature
            && (signature.Offset % Alignment != 0 || signature.End != file.Length || linkEdit is null || linkEdit.FileOffset + linkEdit.FileSize != file.Length))
        {
            throw new MachOException(MachOFault.Malformed, "the signature is not the end of the file and of __LINKEDIT");
        }
        return new SignaturePlacement(
            image.Signature?.Offset ?? -1, image.Signature?.Size ?? 0, (ulong)(text?.FileOffset ?? 0), (ulong)(text?.FileSize ?? 0),
            image.FileType == MachOImage.Executable, image.Build?.MinimumOs, image.Build?.Platform ?? 0);
    }
}
