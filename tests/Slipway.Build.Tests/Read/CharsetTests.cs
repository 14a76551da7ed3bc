using System.Text;
using Slipway.Build.Read;
using Slipway.Formats.Text;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Read;

/// <summary>Pages and configurations in the encodings that people have.</summary>
public sealed class CharsetTests
{
    [Theory]
    [InlineData("windows-1252", "<meta charset=\"windows-1252\"><title>Société Générale</title>", "Société Générale")]
    [InlineData("shift_jis", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=Shift_JIS\"><title>日本語アプリ</title>", "日本語アプリ")]
    [InlineData("euc-jp", "<meta http-equiv=content-type content='text/html;charset=x-euc-jp'><title>日本語アプリ</title>", "日本語アプリ")]
    [InlineData("windows-1251", "<?xml version='1.0' encoding='windows-1251'?><html><title>Заметки</title>", "Заметки")]
    [InlineData("utf-8", "<!-- <meta charset=koi8-r> --><title>Café</title>", "Café")]
    [InlineData("utf-8", "<meta charset=utf-16><title>Café</title>", "Café")]
    [InlineData("utf-8", "<meta charset=klingon><title>Café</title>", "Café")]
    [InlineData("windows-1252", "<title>Café</title>", "Café")]
    [InlineData("utf-16le", "\ufeff<title>Café 日本</title>", "Café 日本")]
    [InlineData("utf-16be", "\ufeff<meta charset=utf-8><title>Café 日本</title>", "Café 日本")]
    [InlineData("utf-8", "\ufeff<meta charset=shift_jis><title>Café</title>", "Café")]
    public void A_title_is_read_in_the_encoding_of_its_page(string encoding, string page, string title)
    {
        using var app = new TemporaryApp();
        app.Add("index.html", TextEncodings.Find(encoding)!.GetBytes(page));
        Assert.Equal(title, Expect.Plan(app).Name);
    }

    [Fact]
    public void A_title_that_cannot_be_read_gives_no_name()
    {
        using var app = new TemporaryApp();
        app.Add("index.html", [.. "<meta charset=utf-8><title>Caf"u8, 0xE9, .. "</title>"u8]);
        Assert.Empty(Expect.Errors(app));
        Assert.Equal(Path.GetFileName(app.Folder), Expect.Plan(app).Name);
    }

    [Theory]
    [InlineData("iso-8859-1", "<?xml version='1.0' encoding='ISO-8859-1'?>")]
    [InlineData("shift_jis", "<?xml version='1.0' encoding='Shift_JIS'?>")]
    [InlineData("windows-31j", "<?xml version='1.0' encoding='Windows-31J'?>")]
    [InlineData("iso-2022-jp", "<?xml version='1.0' encoding='iso-2022-jp'?>")]
    [InlineData("utf-16le", "\ufeff<?xml version='1.0' encoding='utf-16'?>")]
    [InlineData("utf-16be", "\ufeff<?xml version='1.0' encoding='UTF-8'?>")]
    [InlineData("utf-16le", "<?xml version='1.0' encoding='utf-16'?>")]
    [InlineData("utf-8", "\ufeff<?xml version='1.0' encoding='utf-8'?>")]
    [InlineData("utf-8", "<?xml version='1.0' encoding='utf-16'?>")]
    [InlineData("utf-8", "<?xml version='1.0' encoding='klingon'?>")]
    [InlineData("utf-8", "")]
    public void A_config_xml_is_read_in_its_encoding_without_a_word(string encoding, string declaration)
    {
        var name = encoding.StartsWith("iso-8859", StringComparison.Ordinal) ? "Société" : "日本語";
        var config = Read(TextEncodings.Find(encoding)!.GetBytes($"{declaration}<widget id='a.b' version='1'><name>{name}</name></widget>"));
        Assert.Equal(name, config.Name!.Value);
        Assert.Empty(config.Ignored);
    }

    // Cordova takes both: the first because it reads UTF-8 whatever is declared, the second with letters lost.
    [Theory]
    [InlineData("utf-8", "<?xml version='1.0' encoding='ISO-8859-1'?>", 0)]
    [InlineData("windows-1252", "<?xml version='1.0' encoding='utf-8'?>", 1)]
    [InlineData("windows-1252", "", 1)]
    public void A_config_xml_that_declares_another_encoding_than_it_has_is_read(string encoding, string declaration, int warnings)
    {
        var config = Read(TextEncodings.Find(encoding)!.GetBytes($"{declaration}<widget id='a.b' version='1'><name>Société</name></widget>"));
        Assert.Equal("Société", config.Name!.Value);
        Assert.Equal(Enumerable.Repeat(ConfigurationProblems.Encoding, warnings), config.Ignored.Select(p => p.Kind));
    }

    [Theory]
    [InlineData("utf-16le", "\ufeff")]
    [InlineData("utf-16be", "\ufeff")]
    [InlineData("utf-8", "\ufeff")]
    public void A_web_manifest_is_read_by_its_byte_order_mark(string encoding, string mark)
    {
        using var app = new TemporaryApp(("index.html", "<link rel=manifest href=m.json>"));
        app.Add("m.json", TextEncodings.Find(encoding)!.GetBytes(mark + """{"name":"日本語"}"""));
        Assert.Equal("日本語", Expect.Plan(app).Name);
    }

    [Fact]
    public void A_web_manifest_in_another_encoding_is_refused()
    {
        using var app = new TemporaryApp(("index.html", "<link rel=manifest href=m.json>"));
        app.Add("m.json", Encoding.Latin1.GetBytes("""{"name":"Société"}"""));
        Assert.Equal([ConfigurationProblems.JsonMalformed.Code], Expect.Errors(app));
    }

    private static CordovaConfig Read(byte[] bytes) => CordovaConfigReader.Read(bytes, "config.xml", CordovaDialect.Of(MobilePlatform.Android), out _)!;
}
