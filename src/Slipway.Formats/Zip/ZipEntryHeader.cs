using System.Buffers.Binary;
using System.Text;

namespace Slipway.Formats.Zip;

/// <summary>The fields of the headers of an entry being written.</summary>
/// <param name="name">Path inside the archive.</param>
/// <param name="method">The compression method.</param>
internal sealed class ZipEntryHeader(string name, ZipMethod method)
{
    /// <summary>1 January 1981 in every package, because the current time would make builds differ.</summary>
    private const ushort FixedDate = (1 << 9) | (1 << 5) | 1;

    private const ushort VersionForDeflate = 20;

    /// <summary>Unix, because some readers decode names from other systems with an old code page.</summary>
    private const ushort MadeBy = (3 << 8) | VersionForDeflate;

    /// <summary>A regular file, writable for its owner and readable for all.</summary>
    private const uint FileMode = 0x81a4;

    /// <summary>The same, and executable for all.</summary>
    private const uint ProgramMode = 0x81ed;

    private readonly byte[] _name = Encoding.UTF8.GetBytes(name);
    private int _padding;
    private int _alignment;

    public string Name { get; } = name;

    public ZipMethod Method { get; } = method;

    /// <summary>True for a program: installers of iOS set the mode of the file from the entry.</summary>
    public bool IsExecutable { get; init; }

    public uint Crc { get; set; }

    public long PackedSize { get; set; }

    public long Size { get; set; }

    public long Offset { get; private set; }

    public int LocalSize => ZipLayout.LocalSize + _name.Length + _padding;

    public int CentralSize => ZipLayout.CentralSize + _name.Length;

    private ushort Flags => Ascii.IsValid(_name) ? (ushort)0 : ZipLayout.Utf8Flag;

    /// <summary>Places the local header at an offset, padded so that the data after it is aligned.</summary>
    public void PlaceAt(long offset, int alignment)
    {
        Offset = offset;
        _alignment = alignment;
        _padding = 0;
        var data = offset + LocalSize;
        if (alignment > 1 && data % alignment != 0)
            _padding = ZipLayout.AlignmentExtraSize + (int)((alignment - ((data + ZipLayout.AlignmentExtraSize) % alignment)) % alignment);
    }

    public void WriteLocal(Span<byte> target)
    {
        target = target[..LocalSize];
        target.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(target, ZipLayout.LocalSignature);
        WriteShared(target[4..]);
        BinaryPrimitives.WriteUInt16LittleEndian(target[28..], (ushort)_padding);
        _name.CopyTo(target[ZipLayout.LocalSize..]);
        if (_padding == 0)
            return;
        var extra = target[(ZipLayout.LocalSize + _name.Length)..];
        BinaryPrimitives.WriteUInt16LittleEndian(extra, ZipLayout.AlignmentExtra);
        BinaryPrimitives.WriteUInt16LittleEndian(extra[2..], (ushort)(_padding - 4));
        BinaryPrimitives.WriteUInt16LittleEndian(extra[4..], (ushort)_alignment);
    }

    public void WriteCentral(Span<byte> target)
    {
        target = target[..CentralSize];
        target.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(target, ZipLayout.CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(target[4..], MadeBy);
        WriteShared(target[6..]);
        BinaryPrimitives.WriteUInt32LittleEndian(target[38..], (IsExecutable ? ProgramMode : FileMode) << 16);
        BinaryPrimitives.WriteUInt32LittleEndian(target[42..], (uint)Offset);
        _name.CopyTo(target[ZipLayout.CentralSize..]);
    }

    /// <summary>The fields from "version needed" to "name length", which both headers have in the same order.</summary>
    private void WriteShared(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(target, VersionForDeflate);
        BinaryPrimitives.WriteUInt16LittleEndian(target[2..], Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(target[4..], (ushort)Method);
        BinaryPrimitives.WriteUInt16LittleEndian(target[8..], FixedDate);
        BinaryPrimitives.WriteUInt32LittleEndian(target[10..], Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(target[14..], (uint)PackedSize);
        BinaryPrimitives.WriteUInt32LittleEndian(target[18..], (uint)Size);
        BinaryPrimitives.WriteUInt16LittleEndian(target[22..], (ushort)_name.Length);
    }
}
