using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Slipway.Cli.Tests.EndToEnd;

namespace Slipway.Cli.Tests.Commands;

/// <summary>Icons that are none, or that would eat the machine: each has its code and leaves nothing in the output folder.</summary>
public sealed class BadIconTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_icon_that_is_no_image() => Refused("SLW-GEN-40002", "icon.png", "This is no image."u8);

    [Fact]
    public void An_icon_that_is_empty() => Refused("SLW-GEN-40002", "icon.png", []);

    [Fact]
    public void A_bomb_of_pixels() => Refused("SLW-PRJ-40001", "icon.png", Png(60_000));

    [Fact]
    public void A_sound_icon_is_taken() => Assert.Equal(0, Build("icon.png", Png(16)).ExitCode);

    [Fact]
    public void A_drawing_that_uses_itself_over_and_over()
    {
        var layers = string.Concat(Enumerable.Range(1, 30).Select(i => $"<g id='l{i}'><use href='#l{i - 1}'/><use href='#l{i - 1}'/></g>"));
        RefusedDrawing("SLW-PRJ-40002", $"<defs><rect id='l0' width='1' height='1'/>{layers}</defs><use href='#l30'/>");
    }

    [Fact]
    public void A_drawing_of_a_bomb_of_entities()
    {
        var entities = string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY e{i} '&e{i - 1};&e{i - 1};&e{i - 1};&e{i - 1};'>"));
        Refused("SLW-PRJ-40002", "icon.svg", Encoding.UTF8.GetBytes($"<!DOCTYPE svg [<!ENTITY e0 'M'>{entities}]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='&e20;'/></svg>"));
    }

    [Fact]
    public void A_drawing_of_endless_depth() => RefusedDrawing("SLW-PRJ-40002", string.Concat(Enumerable.Repeat("<g>", 100_000)) + string.Concat(Enumerable.Repeat("</g>", 100_000)));

    [Fact]
    public void A_drawing_of_a_path_without_end() =>
        RefusedDrawing("SLW-PRJ-40002", $"<path stroke='#000' stroke-dasharray='0.0001' d='M0 0{string.Concat(Enumerable.Repeat(" l9 9 l-9 -9", 500_000))}'/>");

    private void RefusedDrawing(string code, string content) =>
        Refused(code, "icon.svg", Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{content}</svg>"));

    private void Refused(string code, string file, ReadOnlySpan<byte> icon)
    {
        Refusal.Is(code, Build(file, icon));
        Assert.False(Directory.Exists(_folder["out"]));
    }

    private SlipwayRun Build(string file, ReadOnlySpan<byte> icon)
    {
        _folder.Add("app/www/index.html", "");
        _folder.Add("app/" + file, icon.ToArray());
        _folder.Add("app/config.xml", $"""<widget id="com.example.app" version="1.0.0"><name>App</name><icon src="{file}"/></widget>""");
        return SlipwayRun.Of("build", _folder["app"], "--out", _folder["out"], "--json");
    }

    // Sixteen rows of grey, whatever the header says.
    private static byte[] Png(int side)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 8;
        var rows = new MemoryStream();
        using (var deflated = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
            deflated.Write(new byte[16 * 17]);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, rows.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), HostileArchive.Crc32(chunk[4..(content.Length + 8)]));
        return chunk;
    }
}
