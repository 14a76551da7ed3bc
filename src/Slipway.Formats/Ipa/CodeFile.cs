using System.Buffers.Binary;
using Slipway.Formats.MachO;

namespace Slipway.Formats.Ipa;

/// <summary>Detects files that a device loads as code, by their content, because names are not reliable.</summary>
internal static class CodeFile
{
    /// <summary>Number of bytes that <see cref="CanBe"/> needs.</summary>
    public const int HeadSize = 16;

    private const uint Bundle = 8;

    /// <summary>Returns whether a file may be code; only such a file must be read completely.</summary>
    public static bool CanBe(ReadOnlySpan<byte> head) => FatBinary.IsFat(head) || IsThin(head);

    /// <summary>
    /// Returns whether a file is code for current devices. Object files and debug symbols are not loaded. Code for other processors
    /// and systems, such as the add-ons for macOS in npm packages, cannot be loaded.
    /// </summary>
    /// <exception cref="MachOException">The file begins like code but is malformed.</exception>
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
            // Other formats begin with the same number, so a malformed fat file is not an error.
            return [];
        }
    }

    private static bool IsThin(ReadOnlySpan<byte> head) =>
        head.Length >= HeadSize
        && BinaryPrimitives.ReadUInt32LittleEndian(head) == MachOReader.Magic64
        && BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) == MachOImage.Arm64
        && BinaryPrimitives.ReadUInt32LittleEndian(head[12..]) is MachOImage.Executable or MachOImage.DynamicLibrary or Bundle;
}
