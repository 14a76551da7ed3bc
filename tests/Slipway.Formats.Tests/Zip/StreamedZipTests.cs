using System.Text;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Zip;

/// <summary>Entries whose sizes stand behind their data, because the tool wrote to a pipe.</summary>
public sealed class StreamedZipTests
{
    private static readonly byte[] Text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("some text ", 500)));

    [Fact]
    public void A_local_header_may_know_some_of_the_numbers_already()
    {
        for (var known = 0; known < 8; known++)
        {
            var entry = Streamed();
            (entry.LocalCrc, entry.LocalSize, entry.LocalPackedSize) =
                ((known & 1) == 0 ? 0 : entry.Crc, (known & 2) == 0 ? 0 : entry.Size, (known & 4) == 0 ? uint.MaxValue : entry.PackedSize);
            Assert.Equal(Text, Read(ForgedZip.With(entry)));
        }
    }

    [Fact]
    public void What_it_knows_must_be_true()
    {
        Action<ForgedEntry>[] lies = [entry => entry.LocalCrc = 1, entry => entry.LocalSize = 1, entry => entry.LocalPackedSize = 1];
        foreach (var lie in lies)
        {
            var entry = Streamed();
            lie(entry);
            Assert.Equal(ZipFault.Inconsistent, Assert.Throws<ZipFaultException>(() => Read(ForgedZip.With(entry))).Fault);
        }
    }

    [Theory]
    [InlineData("a", 0x0002, true)]
    [InlineData("a", 0x0800, true)]
    [InlineData("ä", 0x0800, false)]
    [InlineData("a", 0x0008, false)]
    public void Flags_that_change_nothing_may_differ(string name, ushort difference, bool isRead)
    {
        var archive = ForgedZip.With(new ForgedEntry(name, Text) { LocalFlags = difference });
        if (isRead)
            Assert.Equal(Text, Read(archive));
        else
            Assert.Throws<ZipFaultException>(() => Read(archive));
    }

    [Fact]
    public void An_end_record_with_64_bits_may_be_there_without_need()
    {
        var archive = ForgedZip.With(Streamed());
        Assert.Equal(Text, Read(Widened(archive, 0)));
        Assert.Equal(ZipFault.Inconsistent, Assert.Throws<ZipFaultException>(() => Read(Widened(archive, 1))).Fault);
    }

    /// <summary>Puts the two records of zip64 before the end record, which keeps its numbers.</summary>
    private static byte[] Widened(byte[] archive, long lie)
    {
        var end = archive.AsSpan(archive.Length - 22).ToArray();
        var place = archive.Length - 22;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(archive.AsSpan(0, place));
        writer.Write(0x06064b50);
        writer.Write(44L);
        writer.Write(0x002d002d);
        writer.Write(0L);
        writer.Write((long)BitConverter.ToUInt16(end, 8));
        writer.Write((long)BitConverter.ToUInt16(end, 10));
        writer.Write((long)BitConverter.ToUInt32(end, 12));
        writer.Write(BitConverter.ToUInt32(end, 16) + lie);
        writer.Write(0x07064b50);
        writer.Write(0);
        writer.Write((long)place);
        writer.Write(1);
        writer.Write(end);
        return bytes.ToArray();
    }

    private static ForgedEntry Streamed()
    {
        var entry = new ForgedEntry("a", Text, deflate: true) { Flags = 8, LocalCrc = 0, LocalSize = 0, LocalPackedSize = 0 };
        entry.Descriptor = [.. "PK\u0007\u0008"u8, .. BitConverter.GetBytes(entry.Crc), .. BitConverter.GetBytes(entry.PackedSize), .. BitConverter.GetBytes(entry.Size)];
        return entry;
    }

    private static byte[] Read(byte[] archive)
    {
        var reader = ZipReader.Open(new MemoryStream(archive), ZipReadLimits.ForApps);
        return reader.ReadEntry(reader.Entries[0]);
    }
}
