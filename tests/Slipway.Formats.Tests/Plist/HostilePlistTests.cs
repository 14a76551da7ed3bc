using System.Buffers.Binary;
using System.Text;
using Slipway.Formats.Plist;
using Slipway.Formats.Xml;

namespace Slipway.Formats.Tests.Plist;

public sealed class HostilePlistTests
{
    private const string Doctype = "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";

    [Fact]
    public void An_array_that_contains_itself_is_refused() => Refuses("contains itself", Binary([0xA1, 0]));

    [Fact]
    public void A_longer_circle_is_refused() => Refuses("contains itself", Binary([0xA1, 1], [0xD1, 2, 0], [0x51, (byte)'k']));

    [Fact]
    public void Nesting_of_100000_arrays_is_refused_in_both_forms()
    {
        Refuses("deeper", Binary([.. Enumerable.Range(1, 255).Select(i => new byte[] { 0xA1, (byte)i }), [0x08]]));
        Refuses("deeper", Xml(new StringBuilder().Insert(0, "<array>", 100_000).ToString()));
    }

    [Fact]
    public void A_chain_that_doubles_at_every_link_is_refused() =>
        Refuses("more than", Binary([.. Enumerable.Range(1, 60).Select(i => new byte[] { 0xA2, (byte)i, (byte)i }), [0x08]]));

    [Fact]
    public void One_text_used_for_more_than_the_budget_is_refused()
    {
        byte[] text = [0x5F, 0x11, 0x40, 0x00, .. Enumerable.Repeat((byte)'a', 0x4000)];
        Refuses("come to more", Binary([0xAF, 0x11, 0x20, 0x00, .. Enumerable.Repeat((byte)1, 0x2000)], text));
    }

    [Fact]
    public void Objects_that_share_bytes_are_refused()
    {
        var list = Binary([0xA2, 1, 2], [0x52, 0x51, (byte)'b'], [0x08]);
        list[^33] = 13; // the third object now begins at the last byte of the second
        list[13] = 0x08;
        Refuses("overlap", list);
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0)]
    [InlineData(7)]
    public void An_offset_outside_of_the_objects_is_refused(byte offset)
    {
        var list = Binary([0xA1, 1], [0x08]);
        list[^33] = offset;
        Refuses("out of range", list);
    }

    [Theory]
    [InlineData("there is no object with this number", 0xA1, 9)]
    [InlineData("reaches", 0x5E, 0x41)]
    [InlineData("reaches", 0xAF, 0x13, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)]
    [InlineData("not an integer", 0x4F, 0x50)]
    [InlineData("not the marker", 0x00)]
    [InlineData("not the marker", 0xC1, 0)]
    [InlineData("not ASCII", 0x51, 0x80)]
    [InlineData("not UTF-16", 0x61, 0xD8, 0x00)]
    [InlineData("out of range", 0x14, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    [InlineData("date", 0x33, 0x7F, 0xF8, 0, 0, 0, 0, 0, 0)]
    [InlineData("date", 0x33, 0x7F, 0xEF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)]
    [InlineData("contains itself", 0xD1, 0x00, 0x00)]
    public void A_broken_object_is_refused(string reason, params int[] content) =>
        Refuses(reason, Binary([.. content.Select(part => (byte)part)]));

    [Fact]
    public void A_key_twice_is_refused_in_both_forms()
    {
        Refuses("twice", Binary([0xD2, 1, 1, 2, 2], [0x51, (byte)'k'], [0x08]));
        Refuses("twice", Xml("<dict><key>a</key><true/><key>a</key><true/></dict>"));
    }

    [Fact]
    public void A_key_that_is_not_a_string_is_refused() => Refuses("not a string", Binary([0xD1, 1, 1], [0x08]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_list_that_ends_early_is_refused_at_every_length(bool xml)
    {
        var whole = xml ? PlistXmlWriter.Write(PlistValues.Every) : PlistBinaryWriter.Write(PlistValues.Every);
        var end = xml ? whole.Length - 1 : whole.Length;
        for (var length = 0; length < end; length++)
            Assert.ThrowsAny<MalformedInputException>(() => PlistReader.Read(whole.AsMemory(0, length)));
    }

    [Fact]
    public void An_external_entity_never_reads_a_file()
    {
        using var folder = new TemporaryFolder();
        var canary = folder.Add("canary", "canary"u8.ToArray());
        foreach (var declaration in new[]
        {
            $"<!DOCTYPE plist [<!ENTITY x SYSTEM 'file://{canary}'>]>",
            Doctype[..^1] + $" [<!ENTITY x SYSTEM 'file://{canary}'>]>",
            Doctype + $"<!DOCTYPE plist [<!ENTITY x SYSTEM 'file://{canary}'>]>",
            $"<!DOCTYPE plist SYSTEM 'file://{canary}'>",
        })
        {
            var refusal = Assert.ThrowsAny<MalformedInputException>(() => PlistReader.Read(Encoding.UTF8.GetBytes($"{declaration}<plist><string>&x;</string></plist>")));
            Assert.DoesNotContain("canary\"", refusal.ToString(), StringComparison.Ordinal);
            Assert.Equal(XmlFault.DtdForbidden, Assert.IsType<XmlInputException>(refusal).Fault);
        }
    }

    [Fact]
    public void A_billion_laughs_are_refused() => Refuses(
        "document type",
        Encoding.UTF8.GetBytes("<!DOCTYPE plist [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><plist><string>&c;</string></plist>"));

    [Theory]
    [InlineData("")]
    [InlineData(Doctype)]
    [InlineData("<!-- c -->\n" + Doctype + "\n<!-- c -->")]
    [InlineData("<!DOCTYPE plist PUBLIC \"-//Apple Computer//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">")]
    public void The_declaration_of_property_lists_is_allowed(string declaration) =>
        Assert.Equal(new PlistString(Doctype), PlistReader.Read(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>{declaration}<plist><string><![CDATA[{Doctype}]]></string></plist>")));

    [Theory]
    [InlineData("<dict><key>a</key></dict>")]
    [InlineData("<dict><true/><key>a</key></dict>")]
    [InlineData("<dict>text<key>a</key><true/></dict>")]
    [InlineData("<true>x</true>")]
    [InlineData("<true/><true/>")]
    [InlineData("")]
    [InlineData("<set/>")]
    [InlineData("<string a='b'/>")]
    [InlineData("<string><b/></string>")]
    [InlineData("<integer>1.5</integer>")]
    [InlineData("<integer>18446744073709551616</integer>")]
    [InlineData("<integer>0x</integer>")]
    [InlineData("<real>1,5</real>")]
    [InlineData("<date>2024-02-30T00:00:00Z</date>")]
    [InlineData("<data>A</data>")]
    [InlineData("<dict xmlns='urn:x'/>")]
    public void What_no_property_list_has_is_refused(string content) => Assert.ThrowsAny<MalformedInputException>(() => PlistReader.Read(Xml(content)));

    /// <summary>A binary list out of objects, with numbers and offsets of one byte, or two where they need them.</summary>
    private static byte[] Binary(params byte[][] objects)
    {
        var size = objects.Sum(part => part.Length) + 8 > 255 ? 2 : 1;
        var table = new byte[objects.Length * size];
        var at = 8;
        for (var i = 0; i < objects.Length; i++)
        {
            table[(i * size) + size - 1] = (byte)at;
            if (size == 2)
                table[i * size] = (byte)(at >> 8);
            at += objects[i].Length;
        }

        var trailer = new byte[32];
        trailer[6] = (byte)size;
        trailer[7] = 1;
        BinaryPrimitives.WriteInt64BigEndian(trailer.AsSpan(8), objects.Length);
        BinaryPrimitives.WriteInt64BigEndian(trailer.AsSpan(24), at);
        return [.. "bplist00"u8, .. objects.SelectMany(part => part), .. table, .. trailer];
    }

    private static byte[] Xml(string content) => Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{Doctype}<plist version=\"1.0\">{content}</plist>");

    private static void Refuses(string reason, byte[] bytes) =>
        Assert.Contains(reason, Assert.ThrowsAny<MalformedInputException>(() => PlistReader.Read(bytes)).Reason, StringComparison.Ordinal);
}
