using System.Text;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Zip;

/// <summary>An entry of a <see cref="ForgedZip"/>: sound unless told otherwise.</summary>
internal sealed class ForgedEntry
{
    public ForgedEntry(string name, byte[] content, bool deflate = false)
    {
        Name = LocalName = Encoding.UTF8.GetBytes(name);
        var deflated = deflate ? Deflater.Whole(content, 6) : default;
        Data = deflate ? deflated.Bytes.ToArray() : content;
        Method = (ushort)(deflate ? 8 : 0);
        LocalMethod = Method;
        Crc = LocalCrc = Crc32.Of(content);
        Size = LocalSize = (uint)content.Length;
        PackedSize = LocalPackedSize = (uint)Data.Length;
    }

    public byte[] Name { get; set; }

    public byte[] LocalName { get; set; }

    public byte[] Data { get; set; }

    /// <summary>The system that it was made on: 0 is DOS, 3 is Unix.</summary>
    public byte Host { get; set; }

    public ushort Method { get; set; }

    public ushort LocalMethod { get; set; }

    public ushort Flags { get; set; }

    public ushort? LocalFlags { get; set; }

    public uint Crc { get; set; }

    public uint LocalCrc { get; set; }

    public uint Size { get; set; }

    public uint LocalSize { get; set; }

    public uint PackedSize { get; set; }

    public uint LocalPackedSize { get; set; }

    public uint Attributes { get; set; }

    public byte[] Extra { get; set; } = [];

    public byte[] LocalExtra { get; set; } = [];

    public byte[] Descriptor { get; set; } = [];

    public uint? HeaderOffset { get; set; }

    public ushort Disk { get; set; }
}
