using System.Text;
using Slipway.Cli.Output;

namespace Slipway.Cli.Tests.Output;

/// <summary>What a phone reads off the terminal; <c>zbarimg</c> looks instead of the phone.</summary>
public sealed class QrPrinterTests : IDisposable
{
    private const string Address = "https://builder.example.com/i/0197f3a2-5c1e-7d44-9a6b-2f1c3e5d7a90?e=1798761600&s=pGm3yVbYk1q0Zr8fYt2cQw5n0o9u7e6d4s3a2z1x0c8";
    private const int Module = 4;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_reader_finds_the_address_in_what_is_printed() => Assert.Equal("QR-Code:" + Address, Read(Printed(false)));

    [Fact]
    public void A_reader_finds_nothing_in_a_code_with_a_corner_torn_off() =>
        Assert.DoesNotContain("QR-Code", Read([.. Printed(false).Select((line, row) => row < 12 ? new string('█', line.Length) : line)]), StringComparison.Ordinal);

    [Fact]
    public void Where_there_are_colours_a_light_terminal_shows_the_same() => Assert.All(Printed(true), line =>
    {
        Assert.StartsWith("  \e[97;40m", line, StringComparison.Ordinal);
        Assert.EndsWith("\e[0m", line, StringComparison.Ordinal);
    });

    private static string[] Printed(bool colour)
    {
        using var text = new StringWriter { NewLine = "\n" };
        QrPrinter.Print(new Ink(text, colour), Address);
        var lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("  " + Address, lines[^1]);
        return lines[..^1];
    }

    private string Read(string[] lines)
    {
        var run = SlipwayRun.Of("zbarimg", ["-q", "--nodbus", _folder.Add("code.pbm", Picture(lines))], []);
        return run.Out.TrimEnd('\n');
    }

    // As a dark terminal draws it: two rows of modules a line.
    private static byte[] Picture(string[] lines)
    {
        var width = lines.Max(line => line.Length);
        var rows = lines.SelectMany(line => new[] { Row(line.PadRight(width), "█▀"), Row(line.PadRight(width), "█▄") }).ToList();
        var picture = new StringBuilder().Append($"P1\n{width * Module} {rows.Count * Module}\n");
        foreach (var row in rows)
        {
            for (var i = 0; i < Module; i++)
                picture.Append(row);
        }

        return Encoding.ASCII.GetBytes(picture.ToString());
    }

    private static string Row(string line, string light) =>
        string.Concat(line.Select(c => string.Concat(Enumerable.Repeat(light.Contains(c, StringComparison.Ordinal) ? "0 " : "1 ", Module)))) + "\n";
}
