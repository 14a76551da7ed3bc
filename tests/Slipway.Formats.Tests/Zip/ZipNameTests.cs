using System.Text;
using Slipway.Formats.Zip;

namespace Slipway.Formats.Tests.Zip;

/// <summary>Names as the tools of many systems write them.</summary>
public sealed class ZipNameTests
{
    private const byte Dos = 0;
    private const byte Unix = 3;
    private const byte Ntfs = 11;
    private const ushort Utf8 = 0x800;

    [Theory]
    [InlineData("www\\index.html", Dos, "www/index.html")]
    [InlineData("www\\js\\", Ntfs, "www/js/")]
    [InlineData("./index.html", Unix, "index.html")]
    [InlineData("././a//b/./c", Unix, "a/b/c")]
    [InlineData("a/./", Unix, "a/")]
    [InlineData(".hidden/..a", Unix, ".hidden/..a")]
    public void A_path_is_read_as_those_who_unpack_it_take_it(string written, byte host, string name)
    {
        var entry = Assert.Single(Open(Entry(Encoding.UTF8.GetBytes(written), host)).Entries);
        Assert.Equal((name, null), (entry.Name, entry.Refusal));
    }

    [Theory]
    [InlineData(Unix, "www\\index.html")]
    [InlineData(Dos, "www/js\\index.html")]
    public void A_backslash_that_may_be_a_letter_is_none_of_a_path(byte host, string written) =>
        Assert.Equal(ZipFault.Unportable, Assert.Single(Open(Entry(Encoding.UTF8.GetBytes(written), host)).Entries).Refusal?.Fault);

    [Fact]
    public void The_folder_itself_is_no_entry()
    {
        var reader = Open(new ForgedEntry("./", []), new ForgedEntry(".", []) { Attributes = 0x41edu << 16 }, new ForgedEntry("./a", [1]));
        Assert.Equal(["a"], reader.Entries.Select(entry => entry.Name));
    }

    [Theory]
    [InlineData(0x10u)]
    [InlineData(0x41edu << 16)]
    public void A_folder_that_only_its_attributes_tell_is_one(uint attributes)
    {
        var reader = Open(new ForgedEntry("a", []) { Attributes = attributes }, new ForgedEntry("a/b", [1]));
        Assert.Equal(["a/", "a/b"], reader.Entries.Select(entry => entry.Name));
        Assert.All(reader.Entries, entry => Assert.Null(entry.Refusal));
    }

    [Fact]
    public void A_folder_may_have_a_size() =>
        Assert.True(Assert.Single(Open(new ForgedEntry("a/", []) { Size = 4096, LocalSize = 4096 }).Entries).IsFolder);

    [Theory]
    [InlineData("gr\u00fcn.js", Unix, 0, "grün.js", false)]
    [InlineData("gr\u00fcn.js", Unix, Utf8, "grün.js", false)]
    [InlineData("gr\u00fcn.js", Dos, 0, "grün.js", false)]
    public void A_name_in_utf8_needs_no_flag(string written, byte host, ushort flags, string name, bool isAssumed)
    {
        var entry = Assert.Single(Open(Entry(Encoding.UTF8.GetBytes(written), host, flags)).Entries);
        Assert.Equal((name, isAssumed, null), (entry.Name, entry.IsNameAssumed, entry.Refusal));
    }

    [Fact]
    public void A_name_of_dos_is_read_in_its_code_page_and_that_is_said()
    {
        var entry = Assert.Single(Open(Entry([(byte)'g', (byte)'r', 0x81, (byte)'n'], Dos)).Entries);
        Assert.Equal(("grün", true, null), (entry.Name, entry.IsNameAssumed, entry.Refusal));
    }

    [Theory]
    [InlineData(Unix, 0)]
    [InlineData(Dos, Utf8)]
    public void Bytes_that_nobody_can_read_are_no_name(byte host, ushort flags) =>
        Assert.Equal(ZipFault.Charset, Assert.Single(Open(Entry([(byte)'g', 0x81], host, flags)).Entries).Refusal?.Fault);

    [Theory]
    [InlineData("js/#U00fc.js", "js/ü.js")]
    [InlineData("js/?.js", "js/ü.js")]
    [InlineData("?/?.js", "ü/日.js")]
    public void A_second_name_in_unicode_counts(string plain, string unicode) =>
        Assert.Equal((unicode, null), NameOf(Encoding.UTF8.GetBytes(plain), unicode));

    [Fact]
    public void A_second_name_says_what_an_old_charset_does_not() =>
        Assert.Equal(("js/ü.js", null), NameOf([(byte)'j', (byte)'s', (byte)'/', 0xfc, (byte)'.', (byte)'j', (byte)'s'], "js/ü.js"));

    [Theory]
    [InlineData("index.html", "evil.html")]
    [InlineData("js/a.js", "css/ü.js")]
    [InlineData("js/a.js", "js/ü.html")]
    public void Two_names_for_two_files_are_refused(string plain, string unicode) =>
        Assert.Equal(ZipFault.Inconsistent, NameOf(Encoding.UTF8.GetBytes(plain), unicode).Fault);

    [Fact]
    public void A_second_name_of_another_first_is_refused() =>
        Assert.Equal(ZipFault.Inconsistent, NameOf("?"u8.ToArray(), "ü", crcLie: 1).Fault);

    [Fact]
    public void Packages_know_utf8_only()
    {
        foreach (var entry in new[] { Entry([0x81], Dos), Entry("./a"u8.ToArray(), Unix), Entry("a\\b"u8.ToArray(), Dos) })
            Assert.Throws<ZipFaultException>(() => ZipReader.Open(new MemoryStream(ForgedZip.With(entry)), ZipReadLimits.ForPackages));
    }

    private static (string Name, ZipFault? Fault) NameOf(byte[] plain, string unicode, uint crcLie = 0)
    {
        byte[] field = [1, .. BitConverter.GetBytes(Crc32.Of(plain) + crcLie), .. Encoding.UTF8.GetBytes(unicode)];
        var entry = Entry(plain, Unix);
        entry.Extra = [0x75, 0x70, (byte)field.Length, 0, .. field];
        var read = Assert.Single(Open(entry).Entries);
        return (read.Name, read.Refusal?.Fault);
    }

    private static ForgedEntry Entry(byte[] name, byte host, ushort flags = 0)
    {
        var isFolder = name[^1] is (byte)'/' or (byte)'\\';
        return new("x", isFolder ? [] : [1, 2, 3]) { Name = name, LocalName = name, Host = host, Flags = flags };
    }

    private static ZipReader Open(params ForgedEntry[] entries) => ZipReader.Open(new MemoryStream(ForgedZip.With(entries)), ZipReadLimits.ForApps);
}
