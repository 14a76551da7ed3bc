using System.Buffers.Binary;

namespace Slipway.Formats.MachO;

/// <summary>Reads fat files, which hold Mach-O files for several processors (mach-o/fat.h): all numbers are big-endian.</summary>
public static class FatBinary
{
    private const uint Magic = 0xcafebabe;
    private const uint Magic64 = 0xcafebabf;
    private const int HeaderSize = 8;
    private const int EntrySize = 20;
    private const int EntrySize64 = 32;

    // Java's class files begin with the same number; their version of at least 45 follows.
    private const int MaxSlices = 32;

    /// <summary>Returns whether a file begins like a fat file.</summary>
    public static bool IsFat(ReadOnlySpan<byte> file) =>
        file.Length >= HeaderSize && BinaryPrimitives.ReadUInt32BigEndian(file) is Magic or Magic64 && BinaryPrimitives.ReadUInt32BigEndian(file[4..]) <= MaxSlices;

    /// <summary>Reads the slices of a fat file.</summary>
    /// <exception cref="MachOException">The file is refused.</exception>
    public static IReadOnlyList<FatSlice> Read(ReadOnlyMemory<byte> file, string? name = null)
    {
        var span = file.Span;
        if (!IsFat(span))
            throw new MachOException(MachOFault.NotMachO, "it is not a fat file", name);
        var wide = BinaryPrimitives.ReadUInt32BigEndian(span) == Magic64;
        var entry = wide ? EntrySize64 : EntrySize;
        var count = BinaryPrimitives.ReadInt32BigEndian(span[4..]);
        var end = HeaderSize + count * entry;
        if (span.Length < end)
            throw new MachOException(MachOFault.Truncated, "it ends within its list of slices", name);
        var slices = new List<FatSlice>(count);
        var ranges = new List<(long Start, long End)>(count);
        for (var i = 0; i < count; i++)
        {
            var at = span[(HeaderSize + i * entry)..];
            var (offset, size) = wide
                ? (BinaryPrimitives.ReadUInt64BigEndian(at[8..]), BinaryPrimitives.ReadUInt64BigEndian(at[16..]))
                : (BinaryPrimitives.ReadUInt32BigEndian(at[8..]), BinaryPrimitives.ReadUInt32BigEndian(at[12..]));
            if (offset < (ulong)end || size > (ulong)span.Length || offset > (ulong)span.Length - size)
                throw new MachOException(MachOFault.Truncated, "a slice extends beyond the file", name, HeaderSize + i * entry);
            ranges.Add(((long)offset, (long)(offset + size)));
            slices.Add(new FatSlice(BinaryPrimitives.ReadUInt32BigEndian(at), BinaryPrimitives.ReadUInt32BigEndian(at[4..]), file.Slice((int)offset, (int)size)));
        }

        CheckOverlap(ranges, name);
        return slices;
    }

    /// <summary>Returns the slice for 64-bit ARM; the file itself when it is thin.</summary>
    /// <exception cref="MachOException">The file is refused, or has no such slice.</exception>
    public static ReadOnlyMemory<byte> Thin(ReadOnlyMemory<byte> file, uint cpuType = MachOImage.Arm64, string? name = null)
    {
        if (!IsFat(file.Span))
            return file;
        // The plain variant of a processor has the lowest number; arm64e is 2.
        var slice = Read(file, name).Where(s => s.CpuType == cpuType).MinBy(s => s.CpuSubtype & 0xffffff);
        return slice?.Content ?? throw new MachOException(MachOFault.NoSlice, "it has no slice for 64-bit ARM", name);
    }

    private static void CheckOverlap(List<(long Start, long End)> ranges, string? name)
    {
        ranges.Sort();
        for (var i = 1; i < ranges.Count; i++)
        {
            if (ranges[i].Start < ranges[i - 1].End)
                throw new MachOException(MachOFault.Malformed, "two slices overlap", name);
        }
    }
}

/// <summary>A slice of a fat file.</summary>
/// <param name="CpuType">Processor.</param>
/// <param name="CpuSubtype">Variant of the processor.</param>
/// <param name="Content">The file.</param>
public sealed record FatSlice(uint CpuType, uint CpuSubtype, ReadOnlyMemory<byte> Content);
