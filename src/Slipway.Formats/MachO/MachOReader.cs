using System.Buffers.Binary;

namespace Slipway.Formats.MachO;

/// <summary>Reads untrusted Mach-O files: checks every number against the size of the file before using it.</summary>
public static class MachOReader
{
    internal const uint Magic64 = 0xfeedfacf;
    internal const int HeaderSize = 32;

    private const uint Magic32 = 0xfeedface;
    private const int MaxCommands = 4096;

    /// <summary>Reads a thin 64-bit file.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="name">Its name for messages.</param>
    /// <exception cref="MachOException">The file is refused.</exception>
    public static MachOImage Read(ReadOnlyMemory<byte> file, string? name = null)
    {
        var span = file.Span;
        CheckMagic(span, name);
        if (span.Length < HeaderSize)
            throw new MachOException(MachOFault.Truncated, "it ends within its header", name);
        var count = BinaryPrimitives.ReadUInt32LittleEndian(span[16..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(span[20..]);
        if (count > MaxCommands)
            throw new MachOException(MachOFault.Malformed, $"it has {count} load commands, more than {MaxCommands}", name, 16);
        if (size > span.Length - HeaderSize)
            throw new MachOException(MachOFault.Truncated, "it ends within its load commands", name, 20);
        return new MachOCommandReader(file, name, HeaderSize + (int)size).Read((int)count);
    }

    private static void CheckMagic(ReadOnlySpan<byte> file, string? name)
    {
        if (file.Length < sizeof(uint))
            throw new MachOException(MachOFault.NotMachO, "it is too short for a Mach-O file", name);
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(file);
        if (magic == Magic64)
            return;
        throw FatBinary.IsFat(file)
            ? new MachOException(MachOFault.Fat, "it holds files for several processors", name)
            : magic == Magic32 || BinaryPrimitives.ReverseEndianness(magic) is Magic32 or Magic64
                ? new MachOException(MachOFault.Unsupported, "it is not for a little-endian processor of 64 bits", name)
                : new MachOException(MachOFault.NotMachO, "it does not begin like a Mach-O file", name);
    }
}
