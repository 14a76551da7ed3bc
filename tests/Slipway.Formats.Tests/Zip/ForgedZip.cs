namespace Slipway.Formats.Tests.Zip;

/// <summary>Writes archives with lies in them.</summary>
internal sealed class ForgedZip
{
    public List<ForgedEntry> Entries { get; } = [];

    public byte[] Prefix { get; set; } = [];

    public byte[] Gap { get; set; } = [];

    public byte[] Suffix { get; set; } = [];

    public byte[] Comment { get; set; } = [];

    public int CountLie { get; set; }

    public uint DirectoryLie { get; set; }

    public ushort Disk { get; set; }

    public static byte[] With(params ForgedEntry[] entries)
    {
        var zip = new ForgedZip();
        zip.Entries.AddRange(entries);
        return zip.ToBytes();
    }

    public byte[] ToBytes()
    {
        var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(Prefix);
        var offsets = Entries.ConvertAll(entry => WriteLocal(writer, entry));
        writer.Write(Gap);
        var directory = (uint)file.Position;
        for (var index = 0; index < Entries.Count; index++)
            WriteCentral(writer, Entries[index], offsets[index]);
        WriteEnd(writer, directory, (uint)file.Position - directory);
        return file.ToArray();
    }

    private static uint WriteLocal(BinaryWriter writer, ForgedEntry entry)
    {
        var offset = (uint)writer.BaseStream.Position;
        writer.Write(0x04034b50);
        writer.Write((ushort)20);
        writer.Write(entry.LocalFlags ?? entry.Flags);
        writer.Write(entry.LocalMethod);
        writer.Write(0x02210000);
        writer.Write(entry.LocalCrc);
        writer.Write(entry.LocalPackedSize);
        writer.Write(entry.LocalSize);
        writer.Write((ushort)entry.LocalName.Length);
        writer.Write((ushort)entry.LocalExtra.Length);
        writer.Write(entry.LocalName);
        writer.Write(entry.LocalExtra);
        writer.Write(entry.Data);
        writer.Write(entry.Descriptor);
        return offset;
    }

    private static void WriteCentral(BinaryWriter writer, ForgedEntry entry, uint offset)
    {
        writer.Write(0x02014b50);
        writer.Write((ushort)(20 | (entry.Host << 8)));
        writer.Write((ushort)20);
        writer.Write(entry.Flags);
        writer.Write(entry.Method);
        writer.Write(0x02210000);
        writer.Write(entry.Crc);
        writer.Write(entry.PackedSize);
        writer.Write(entry.Size);
        writer.Write((ushort)entry.Name.Length);
        writer.Write((ushort)entry.Extra.Length);
        writer.Write((ushort)0);
        writer.Write(entry.Disk);
        writer.Write((ushort)0);
        writer.Write(entry.Attributes);
        writer.Write(entry.HeaderOffset ?? offset);
        writer.Write(entry.Name);
        writer.Write(entry.Extra);
    }

    private void WriteEnd(BinaryWriter writer, uint directory, uint size)
    {
        writer.Write(0x06054b50);
        writer.Write(Disk);
        writer.Write(Disk);
        writer.Write((ushort)(Entries.Count + CountLie));
        writer.Write((ushort)(Entries.Count + CountLie));
        writer.Write(size);
        writer.Write(directory + DirectoryLie);
        writer.Write((ushort)Comment.Length);
        writer.Write(Comment);
        writer.Write(Suffix);
    }
}
