using System.Text;
using Slipway.Formats.Tests.ApkSigning;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Zip;

public sealed class ZipReaderTests
{
    private static readonly byte[] Text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("some text ", 500)));

    [Fact]
    public void A_sound_archive_is_read()
    {
        var reader = Open(ForgedZip.With(new ForgedEntry("folder/", []), new ForgedEntry("folder/a.txt", Text, deflate: true), new ForgedEntry("b", Text), new ForgedEntry("empty", [])));
        Assert.Equal(["folder/", "folder/a.txt", "b", "empty"], reader.Entries.Select(entry => entry.Name));
        Assert.Equal(Text, reader.ReadEntry(reader.Find("folder/a.txt")!));
        Assert.Equal(Text, reader.ReadEntry(reader.Find("b")!));
        Assert.Empty(reader.ReadEntry(reader.Find("empty")!));
        Assert.True(reader.Find("folder/")!.IsFolder);
    }

    [Fact]
    public void An_archive_of_the_jar_tool_is_read_with_its_descriptors()
    {
        using var folder = new TemporaryFolder();
        folder.Add("in/a.txt", Text);
        folder.Add("in/b/ä.txt", [1, 2, 3]);
        ExternalTool.RunWell("jar", "-c", "-f", folder["out.jar"], "-C", folder["in"], ".");
        using var file = File.OpenRead(folder["out.jar"]);
        var reader = ZipReader.Open(file, ZipReadLimits.ForApps);
        Assert.Equal(Text, reader.ReadEntry(reader.Find("a.txt")!));
        Assert.Equal([1, 2, 3], reader.ReadEntry(reader.Find("b/ä.txt")!));
    }

    [Fact]
    public void Every_package_of_ours_is_read()
    {
        using var folder = new TemporaryFolder();
        using var file = File.OpenRead(TestApk.Write(folder, Formats.ApkSigning.ApkSigningOptions.For([TestKeys.Rsa], 21, 36)));
        var reader = ZipReader.Open(file, ZipReadLimits.ForApps);
        foreach (var item in TestApk.Items(21))
        {
            using var content = item.Open();
            Assert.Equal(ContentHash.Of(content), ContentHash.Of(reader.ReadEntry(reader.Find(item.Name)!)));
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_descriptor_of_every_form_is_accepted(bool signature, bool wide)
    {
        var entry = WithDescriptor(signature, wide);
        Assert.Equal(Text, ReadOnly(ForgedZip.With(entry, new ForgedEntry("next", Text))));
        entry.Descriptor[signature ? 5 : 1] ^= 1;
        Assert.Equal(ZipFault.Inconsistent, FaultOf(ForgedZip.With(entry, new ForgedEntry("next", Text))));
    }

    [Fact]
    public void Numbers_of_64_bits_are_read()
    {
        var entry = new ForgedEntry("a", Text);
        entry.Extra = [1, 0, 16, 0, .. BitConverter.GetBytes((long)Text.Length), .. BitConverter.GetBytes((long)Text.Length)];
        entry.LocalExtra = entry.Extra;
        entry.Size = entry.LocalSize = entry.PackedSize = entry.LocalPackedSize = uint.MaxValue;
        Assert.Equal(Text, ReadOnly(ForgedZip.With(entry)));
        entry.Extra = [];
        Assert.Equal(ZipFault.Inconsistent, FaultOf(ForgedZip.With(entry)));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/x")]
    [InlineData("C:/x")]
    [InlineData("C:x")]
    [InlineData("..\\x")]
    [InlineData("a\\..\\..\\x")]
    [InlineData("")]
    [InlineData("a:stream")]
    public void A_name_that_leaves_the_archive_is_refused(string name) =>
        Assert.Equal(ZipFault.Traversal, FaultOf(ForgedZip.With(new ForgedEntry("ok", Text), new ForgedEntry(name, Text))));

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a/b\\c")]
    [InlineData("a./b")]
    [InlineData("b.")]
    [InlineData("b ")]
    [InlineData("ab:stream")]
    public void A_name_that_is_another_on_some_system_is_refused_when_it_is_asked_for(string name)
    {
        var archive = ForgedZip.With(new ForgedEntry("ok", Text), new ForgedEntry(name, Text));
        var reader = Open(archive);
        Assert.Equal(Text, reader.ReadEntry(reader.Find("ok")!));
        Assert.Equal(ZipFault.Unportable, FaultOf(archive));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("Index.html", "index.HTML")]
    [InlineData("Ärger", "äRGER")]
    [InlineData("caf\u00e9", "cafe\u0301")]
    [InlineData("\u30ac", "\u30ab\u3099")]
    [InlineData("\ud55c", "\u1112\u1161\u11ab")]
    [InlineData("a", "a/b")]
    [InlineData("a/b/c", "A/B")]
    [InlineData("a/", "A")]
    public void Twins_are_refused_both_and_alone(string first, string second)
    {
        foreach (var names in new[] { (first, second), (second, first) })
        {
            var reader = Open(ForgedZip.With(Named(names.Item1), Named("z"), Named(names.Item2)));
            var fault = first == second ? ZipFault.Duplicate : ZipFault.Twins;
            Assert.All(reader.Entries.Where(e => !e.IsFolder && e.Name != "z"), e => Assert.Equal(fault, e.Refusal?.Fault));
            Assert.Equal(Text, reader.ReadEntry(reader.Find("z")!));
        }
    }

    [Fact]
    public void Folders_that_differ_in_case_or_are_there_twice_are_no_twins()
    {
        var reader = Open(ForgedZip.With(Named("Img/"), Named("img/"), Named("img/"), Named("Img/a"), Named("img/b")));
        Assert.All(reader.Entries, entry => Assert.Null(entry.Refusal));
    }

    [Fact]
    public void Packages_may_hold_twins_but_no_duplicates()
    {
        Open(ForgedZip.With(new ForgedEntry("a", Text), new ForgedEntry("A", Text)), ZipReadLimits.ForPackages);
        Assert.Equal(ZipFault.Duplicate, FaultOf(ForgedZip.With(new ForgedEntry("a", Text), new ForgedEntry("a", Text)), ZipReadLimits.ForPackages));
    }

    [Theory]
    [InlineData(0xa1ffu << 16)]
    [InlineData(0x21b6u << 16)]
    [InlineData(0x61b6u << 16)]
    [InlineData(0x11b6u << 16)]
    [InlineData(0xc1b6u << 16)]
    [InlineData(0x400u)]
    public void Links_and_devices_are_refused(uint attributes) =>
        Assert.Equal(ZipFault.Link, FaultOf(ForgedZip.With(new ForgedEntry("a", Text) { Attributes = attributes })));

    [Theory]
    [InlineData(0x0001, 0, ZipFault.Encrypted)]
    [InlineData(0x0041, 0, ZipFault.Encrypted)]
    [InlineData(0x2000, 0, ZipFault.Encrypted)]
    [InlineData(0x0020, 0, ZipFault.Unsupported)]
    [InlineData(0, 9, ZipFault.Method)]
    [InlineData(0, 14, ZipFault.Method)]
    [InlineData(0, 93, ZipFault.Method)]
    public void Encryption_and_unknown_methods_are_refused(ushort flags, ushort method, ZipFault fault) =>
        Assert.Equal(fault, FaultOf(ForgedZip.With(new ForgedEntry("a", Text) { Flags = flags, Method = method, LocalMethod = method })));

    [Fact]
    public void What_is_wrong_with_one_entry_leaves_the_others_as_they_are()
    {
        ForgedEntry[] wrong =
        [
            new("link", Text) { Attributes = 0xa1ffu << 16 }, new("secret", Text) { Flags = 1 },
            new("packed", Text) { Method = 12, LocalMethod = 12 }, new("name", Text) { Name = [0x81], LocalName = [0x81], Host = 3 },
        ];
        foreach (var entry in wrong)
        {
            var archive = ForgedZip.With(entry, new ForgedEntry("ok", Text));
            var reader = Open(archive);
            Assert.Equal(Text, reader.ReadEntry(reader.Find("ok")!));
            var refusal = reader.Entries[0].Refusal!;
            Assert.Equal(refusal, Assert.Throws<ZipFaultException>(() => reader.OpenEntry(reader.Entries[0])));
            Assert.Throws<ZipFaultException>(() => Open(archive, ZipReadLimits.ForPackages));
        }
    }

    [Fact]
    public void Every_contradiction_of_the_headers_is_refused()
    {
        Action<ForgedEntry>[] lies =
        [
            entry => entry.LocalName = "b"u8.ToArray(),
            entry => entry.LocalName = "ab"u8.ToArray(),
            entry => entry.LocalMethod = 0,
            entry => entry.LocalFlags = 0x8,
            entry => entry.LocalCrc++,
            entry => entry.LocalSize++,
            entry => entry.LocalPackedSize--,
            entry => entry.Size = entry.LocalSize += 1,
            entry => entry.Size = entry.LocalSize -= 1,
            entry => entry.Crc = entry.LocalCrc += 1,
            entry => entry.PackedSize = entry.LocalPackedSize -= 1,
            entry => entry.PackedSize = entry.LocalPackedSize += 1,
            entry => entry.PackedSize = entry.LocalPackedSize += 100_000,
            entry => entry.HeaderOffset = 1,
            entry => entry.HeaderOffset = 0x7fffffff,
            entry => entry.Data[10] ^= 0xff,
            entry => entry.Attributes = 0x41edu << 16,
            entry => entry.Extra = [0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, (byte)'z'],
        ];
        for (var index = 0; index < lies.Length; index++)
        {
            var entry = new ForgedEntry("a", Text, deflate: true);
            lies[index](entry);
            Assert.Equal((index, ZipFault.Inconsistent), (index, FaultOf(ForgedZip.With(entry))));
        }
    }

    [Fact]
    public void Bytes_behind_the_end_of_deflated_data_are_refused()
    {
        var entry = new ForgedEntry("a", Text, deflate: true);
        entry.Data = [.. entry.Data, 1, 2, 3];
        entry.PackedSize = entry.LocalPackedSize = (uint)entry.Data.Length;
        Assert.Equal(ZipFault.Inconsistent, FaultOf(ForgedZip.With(entry)));
    }

    [Fact]
    public void Overlapping_entries_are_refused()
    {
        var inner = ForgedZip.With(new ForgedEntry("inner", Text));
        var outer = new ForgedEntry("outer", inner[..^(22 + 46 + 5)]);
        var overlapping = new ForgedEntry("inner", Text) { HeaderOffset = (uint)(30 + "outer".Length), Data = [], LocalSize = 0, LocalPackedSize = 0 };
        Assert.Equal(ZipFault.Inconsistent, FaultOf(ForgedZip.With(outer, overlapping)));
    }

    [Fact]
    public void Entries_that_are_packed_tightly_are_read_as_long_as_they_are_no_bomb()
    {
        var zeros = new ForgedEntry("zeros", new byte[5_000_000], deflate: true);
        Assert.Equal(5_000_000, ReadOnly(ForgedZip.With(zeros)).Length);
        var reader = Open(ForgedZip.With(zeros, Named("ok"), new ForgedEntry("more", new byte[4_000_000], deflate: true)), ZipReadLimits.ForApps with { MaxTightSize = 8_000_000 });
        Assert.Equal([ZipFault.TooLarge, null, ZipFault.TooLarge], reader.Entries.Select(entry => entry.Refusal?.Fault));
    }

    [Fact]
    public void What_unpacks_to_too_much_is_refused_before_it_is_unpacked()
    {
        var limits = ZipReadLimits.ForApps with { MaxEntries = 2, MaxTotalSize = 10_000_000 };
        Assert.Equal(ZipFault.TooLarge, FaultOf(ForgedZip.With(Named("a"), Named("b"), Named("c")), limits));
        var half = new byte[6_000_000];
        new Random(1).NextBytes(half);
        Assert.Equal(ZipFault.TooLarge, FaultOf(ForgedZip.With(new ForgedEntry("a", half), new ForgedEntry("b", half)), limits));
    }

    [Fact]
    public void A_size_that_lies_does_not_unpack_more_than_it_says()
    {
        var entry = new ForgedEntry("zeros", new byte[50_000_000], deflate: true) { Size = 10, LocalSize = 10 };
        var reader = Open(ForgedZip.With(entry));
        using var stream = reader.OpenEntry(reader.Entries[0]);
        Assert.Equal(ZipFault.Inconsistent, Assert.Throws<ZipFaultException>(() => stream.Read(new byte[1000])).Fault);
    }

    [Fact]
    public void Only_one_place_for_directory_and_end_is_accepted()
    {
        var lies = new (ZipFault Fault, Action<ForgedZip> Lie)[]
        {
            (ZipFault.Preceded, zip => zip.Prefix = "dex\n035\0"u8.ToArray()),
            (ZipFault.Preceded, zip => (zip.Prefix, zip.DirectoryLie) = ("MZ program"u8.ToArray(), unchecked((uint)-10))),
            (ZipFault.Inconsistent, zip => zip.Suffix = [0, 1]),
            (ZipFault.Inconsistent, zip => zip.CountLie = 1),
            (ZipFault.Inconsistent, zip => zip.CountLie = -1),
            (ZipFault.Inconsistent, zip => zip.DirectoryLie = 1),
            (ZipFault.Split, zip => zip.Disk = 1),
            (ZipFault.Inconsistent, zip => zip.Comment = [0x50, 0x4b, 5, 6, .. new byte[30]]),
        };
        foreach (var (fault, lie) in lies)
        {
            var zip = new ForgedZip { Entries = { new ForgedEntry("a", Text) } };
            lie(zip);
            Assert.Equal(fault, FaultOf(zip.ToBytes()));
        }

        Open(new ForgedZip { Entries = { new ForgedEntry("a", Text) }, Comment = "a comment"u8.ToArray(), Gap = new byte[100] }.ToBytes());
        Open(new ForgedZip { Entries = { new ForgedEntry("a", Text) }, Prefix = "PK00"u8.ToArray() }.ToBytes());
        var padded = new ForgedZip { Entries = { new ForgedEntry("a", Text) }, Suffix = new byte[9000] }.ToBytes();
        Open(padded);
        Assert.Throws<ZipFaultException>(() => Open(padded, ZipReadLimits.ForPackages));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(22)]
    [InlineData(5000)]
    public void What_is_no_archive_is_refused_as_such(int length) =>
        Assert.Equal(ZipFault.NotZip, FaultOf(new byte[length]));

    [Fact]
    public void A_cut_archive_is_refused_wherever_it_is_cut()
    {
        var whole = ForgedZip.With(new ForgedEntry("a", Text[..50]), new ForgedEntry("b", Text[..50], deflate: true));
        for (var length = 0; length < whole.Length; length++)
            Assert.Equal(ZipFault.NotZip, FaultOf(whole[..length]));
    }

    private static ForgedEntry Named(string name) => new(name, name.EndsWith('/') ? [] : Text);

    private static ForgedEntry WithDescriptor(bool signature, bool wide)
    {
        var entry = new ForgedEntry("a", Text, deflate: true) { Flags = 8, LocalCrc = 0, LocalSize = 0, LocalPackedSize = 0 };
        var sizes = wide
            ? [.. BitConverter.GetBytes((long)entry.PackedSize), .. BitConverter.GetBytes((long)entry.Size)]
            : (byte[])[.. BitConverter.GetBytes(entry.PackedSize), .. BitConverter.GetBytes(entry.Size)];
        entry.Descriptor = [.. signature ? "PK\u0007\u0008"u8 : [], .. BitConverter.GetBytes(entry.Crc), .. sizes];
        return entry;
    }

    private static ZipReader Open(byte[] archive, ZipReadLimits? limits = null) =>
        ZipReader.Open(new MemoryStream(archive), limits ?? ZipReadLimits.ForApps);

    private static byte[] ReadOnly(byte[] archive)
    {
        var reader = Open(archive);
        return reader.ReadEntry(reader.Entries[0]);
    }

    private static ZipFault FaultOf(byte[] archive, ZipReadLimits? limits = null) => Assert.Throws<ZipFaultException>(() =>
    {
        var reader = Open(archive, limits);
        foreach (var entry in reader.Entries)
            reader.ReadEntry(entry);
    }).Fault;
}
