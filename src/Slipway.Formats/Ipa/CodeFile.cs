using System.Buffers.Binary;
using Slipway.Formats.MachO;

namespace Slipway.Formats.Ipa;

/// <summary>Tells files that a device loads as code from others, by their content: names tell nothing.</summary>
internal static class CodeFile
{
    /// <summary>As many bytes of a file as <see cref="CanBe"/> looks at.</summary>
    public const int HeadSize = 16;

    private const uint Bundle = 8;

    /// <summary>May a file be code? Only what may be has to be read as a whole.</summary>
    public static bool CanBe(ReadOnlySpan<byte> head) => FatBinary.IsFat(head) || IsThin(head);

    /// <summary>
    /// Is a file code for the present devices? Object files and debug symbols are not loaded; code for other processors and other
    /// systems, such as the add-ons for macOS that packages of npm hold, cannot be.
    /// </summary>
    /// <exception cref="MachOException">It begins like code and is broken.</exception>
    public static bool IsLoaded(ReadOnlyMemory<byte> file)
    {
        if (FatBinary.IsFat(file.Span))
            return Slices(file).Any(slice => IsLoaded(slice.Content));
        return IsThin(file.Span) && MachOReader.Read(file).Build?.Platform is null or MachOBuild.Ios or MachOBuild.IosSimulator;
    }

    private static IReadOnlyList<FatSlice> Slices(ReadOnlyMemory<byte> file)
    {
        try
        {
            return FatBinary.Read(file);
        }
        catch (MachOException)
        {
            // Other formats begin with the same number.
            return [];
        }
    }

    private static bool IsThin(ReadOnlySpan<byte> head) =>
        head.Length >= HeadSize
        && BinaryPrimitives.ReadUInt32LittleEndian(head) == MachOReader.Magic64
        && BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) == MachOImage.Arm64
        && BinaryPrimitives.ReadUInt32LittleEndian(head[12..]) is MachOImage.Executable or MachOImage.DynamicLibrary or Bundle;
}
