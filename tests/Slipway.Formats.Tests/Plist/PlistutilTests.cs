using Slipway.Formats.Plist;

namespace Slipway.Formats.Tests.Plist;

/// <summary>Debian's plistutil (libplist) reads what is written here, and the other way round.</summary>
public sealed class PlistutilTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, "xml")]
    [InlineData(true, "bin")]
    [InlineData(false, "xml")]
    [InlineData(false, "bin")]
    public void It_reads_both_forms_and_writes_the_same_value_in_both(bool fromXml, string to)
    {
        var file = _folder.Add("in.plist", Written(fromXml));
        ExternalTool.RunWell("plistutil", "-i", file, "-o", _folder["out.plist"], "-f", to);
        Assert.Equal(PlistValues.Every, PlistReader.Read(File.ReadAllBytes(_folder["out.plist"])));
    }

    [Fact]
    public void It_does_not_read_half_a_binary_file()
    {
        var bytes = Written(fromXml: false);
        ExternalTool.Run("plistutil", "-i", _folder.Add("in.plist", bytes[..(bytes.Length / 2)]), "-o", _folder["out.plist"], "-f", "xml");
        var output = File.Exists(_folder["out.plist"]) ? File.ReadAllText(_folder["out.plist"]) : "";
        Assert.DoesNotContain("<key>", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_changed_byte_shows_in_what_it_reads(bool fromXml)
    {
        var bytes = Written(fromXml);
        bytes[bytes.AsSpan().IndexOf("one"u8)] = (byte)'O';
        ExternalTool.RunWell("plistutil", "-i", _folder.Add("in.plist", bytes), "-o", _folder["out.plist"], "-f", "xml");
        Assert.NotEqual<PlistValue>(PlistValues.Every, PlistReader.Read(File.ReadAllBytes(_folder["out.plist"])));
    }

    private static byte[] Written(bool fromXml) => fromXml ? PlistXmlWriter.Write(PlistValues.Every) : PlistBinaryWriter.Write(PlistValues.Every);
}
