using System.Buffers.Binary;
using Slipway.Formats.MachO;

namespace Slipway.Formats.CodeSignature.Writing;

/// <summary>
/// Makes room for a signature at the end of a Mach-O file: adds a load command for it and extends <c>__LINKEDIT</c> over it. An old
/// signature is replaced. All headers have their final values before anything is hashed, because the first page holds them.
/// </summary>
internal static class MachOSignatureSlot
{
    private const uint CodeSignatureCommand = 0x1d;
    private const int CommandSize = 16;
    private const int Alignment = 16;

    // arm64 maps pages of 16 KiB.
    private const int MemoryPage = 0x4000;

    /// <summary>Returns the offset of the signature in a file, which is also the end of the code.</summary>
    /// <exception cref="CodeSigningException">The layout does not allow one.</exception>
    public static int Find(ReadOnlyMemory<byte> file, MachOImage image) => Start(file, image, LinkEdit(file, image));

    /// <summary>Returns a copy of a file with space for a signature, filled with zeros.</summary>
    /// <param name="file">The file as it is.</param>
    /// <param name="image">The parsed headers of the file.</param>
    /// <param name="start">Offset of the signature.</param>
    /// <param name="size">Bytes of the signature, a multiple of 16.</param>
    /// <exception cref="CodeSigningException">The layout does not allow it.</exception>
    public static byte[] Open(ReadOnlyMemory<byte> file, MachOImage image, int start, int size)
    {
        var linkEdit = LinkEdit(file, image);
        var signed = new byte[start + size];
        file.Span[..Math.Min(file.Length, (int)(image.Signature?.Offset ?? file.Length))].CopyTo(signed);
        WriteCommand(signed, image, start, size);
        WriteLinkEdit(signed, linkEdit, start + size);
        return signed;
    }

    private static MachOSegment LinkEdit(ReadOnlyMemory<byte> file, MachOImage image)
    {
        var last = image.Segments.Where(s => s.FileSize > 0).MaxBy(s => s.FileOffset);
        if (last is not { Name: "__LINKEDIT" })
            throw Unsuitable("it has no segment __LINKEDIT at its end");
        if (last.FileOffset + last.FileSize != file.Length)
            throw Unsuitable("bytes follow its last segment");
        return last.FileOffset < image.CommandsEnd + CommandSize ? throw Unsuitable("its last segment begins within the load commands") : last;
    }

    private static int Start(ReadOnlyMemory<byte> file, MachOImage image, MachOSegment linkEdit)
    {
        if (image.Signature is not { } old)
            return checked((file.Length + Alignment - 1) / Alignment * Alignment);
        if (old.Offset < linkEdit.FileOffset || old.Offset % Alignment != 0)
            throw Unsuitable("its old signature is not at its end");
        if (image.LinkEditEnd > old.Offset)
            throw Unsuitable("tables of the linker follow its old signature");
        return old.End <= file.Length && file.Length - old.End < Alignment ? (int)old.Offset : throw Unsuitable("bytes follow its old signature");
    }

    private static void WriteCommand(Span<byte> file, MachOImage image, int start, int size)
    {
        var at = image.Commands.FirstOrDefault(c => c.Kind == CodeSignatureCommand)?.Offset ?? Append(file, image);
        BinaryPrimitives.WriteUInt32LittleEndian(file[at..], CodeSignatureCommand);
        BinaryPrimitives.WriteInt32LittleEndian(file[(at + 4)..], CommandSize);
        BinaryPrimitives.WriteInt32LittleEndian(file[(at + 8)..], start);
        BinaryPrimitives.WriteInt32LittleEndian(file[(at + 12)..], size);
    }

    private static int Append(Span<byte> file, MachOImage image)
    {
        if (image.FirstContent - image.CommandsEnd < CommandSize || file.Slice(image.CommandsEnd, CommandSize).ContainsAnyExcept((byte)0))
            throw new CodeSigningException(CodeSigningFault.NoRoom, "there is no room for another load command; link it with -headerpad");
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], image.Commands.Count + 1);
        BinaryPrimitives.WriteInt32LittleEndian(file[20..], image.CommandsEnd - MachOReader.HeaderSize + CommandSize);
        return image.CommandsEnd;
    }

    private static void WriteLinkEdit(Span<byte> file, MachOSegment linkEdit, int end)
    {
        var size = end - linkEdit.FileOffset;
        BinaryPrimitives.WriteInt64LittleEndian(file[(linkEdit.Command + 32)..], (size + MemoryPage - 1) / MemoryPage * MemoryPage);
        BinaryPrimitives.WriteInt64LittleEndian(file[(linkEdit.Command + 48)..], size);
    }

    private static CodeSigningException Unsuitable(string reason) => new(CodeSigningFault.UnsuitableLayout, reason);
}
