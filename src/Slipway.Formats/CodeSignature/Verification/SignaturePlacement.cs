using System.Buffers.Binary;

namespace Slipway.Formats.CodeSignature.Verification;

/// <summary>
/// Where the signature and the executable segment of a program are (apple-oss-distributions/xnu, EXTERNAL_HEADERS/mach-o/loader.h).
/// The signature must be the end of the file and of the segment __LINKEDIT (bsd/kern/mach_loader.c, load_code_signature).
/// </summary>
/// <param name="Offset">Where the signature begins; -1 when there is none.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="TextOffset">Where the segment __TEXT begins.</param>
/// <param name="TextSize">Its bytes in the file.</param>
/// <param name="IsMain">The file is a program, not a library.</param>
/// <param name="MinimumOs">Lowest release as "15.0"; null when it is not said.</param>
/// <param name="Platform">Number of the platform: 2 iOS, 7 its simulator; 0 when it is not said.</param>
internal sealed record SignaturePlacement(long Offset, long Size, ulong TextOffset, ulong TextSize, bool IsMain, string? MinimumOs, uint Platform)
{
    private const uint Magic64 = 0xfeedfacf;
    private const int HeaderSize = 32;
    private const uint Segment64 = 0x19;
    private const uint CodeSignature = 0x1d;
    private const uint BuildVersion = 0x32;
    private const uint Program = 2;
    private const uint MostCommands = 4096;

    /// <exception cref="MalformedInputException">It is no 64-bit program of one architecture, or the signature is misplaced.</exception>
    public static SignaturePlacement Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize || Word(file, 0) != Magic64)
            throw Fault(file.Length >= 4 && Word(file, 0) is 0xbebafeca or 0xbfbafeca ? "the file holds several architectures" : "the file is no 64-bit Mach-O");
        var (count, length) = (Word(file, 16), Word(file, 20));
        if (count > MostCommands || length > file.Length - HeaderSize)
            throw Fault("the load commands reach beyond the file");
        var place = new SignaturePlacement(-1, 0, 0, 0, Word(file, 12) == Program, null, 0);
        var linkEnd = 0ul;
        var commands = file.Slice(HeaderSize, (int)length);
        for (var i = 0; i < count; i++)
        {
            var size = commands.Length < 8 ? 0 : Word(commands, 4);
            if (size < 8 || size > commands.Length)
                throw Fault($"load command {i} reaches beyond its table");
            place = Take(place, commands[..(int)size], ref linkEnd);
            commands = commands[(int)size..];
        }

        if (place.Offset >= 0 && (place.Offset % 16 != 0 || place.Offset + place.Size != file.Length || linkEnd != (ulong)file.Length))
            throw Fault("the signature is not the end of the file and of __LINKEDIT");
        return place;
    }

    private static SignaturePlacement Take(SignaturePlacement place, ReadOnlySpan<byte> command, ref ulong linkEnd)
    {
        switch (Word(command, 0))
        {
            case Segment64 when command.Length >= 72:
                var (offset, size) = (BinaryPrimitives.ReadUInt64LittleEndian(command[40..]), BinaryPrimitives.ReadUInt64LittleEndian(command[48..]));
                if (command.Slice(8, 16).StartsWith("__LINKEDIT\0"u8))
                    linkEnd = offset + size;
                return command.Slice(8, 16).StartsWith("__TEXT\0"u8) ? place with { TextOffset = offset, TextSize = size } : place;
            case CodeSignature when command.Length >= 16:
                return place.Offset < 0 ? place with { Offset = Word(command, 8), Size = Word(command, 12) } : throw Fault("there are two signatures");
            case BuildVersion when command.Length >= 24:
                var minimum = Word(command, 12);
                return place with { Platform = Word(command, 8), MinimumOs = $"{minimum >> 16}.{(minimum >> 8) & 0xff}{((minimum & 0xff) == 0 ? "" : $".{minimum & 0xff}")}" };
            default:
                return place;
        }
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static MalformedInputException Fault(string reason) => new("Mach-O", reason);
}
