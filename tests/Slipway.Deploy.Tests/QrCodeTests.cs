using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Deploy.Tests;

public sealed partial class QrCodeTests
{
    private const string Address = "https://apps.example.com/f%C3%BCr%20alle/notes%201.html";

    [Fact]
    public void An_outsider_reads_the_text_from_the_modules()
    {
        var code = QrCode.Of(Address);
        Assert.Equal(Address, Scan(code.Side, code.IsDark));
    }

    [Fact]
    public void The_outsider_reads_nothing_from_half_of_the_modules()
    {
        var code = QrCode.Of(Address);
        Assert.Equal("", Scan(code.Side, (x, y) => y > code.Side / 2 && code.IsDark(x, y)));
    }

    [Fact]
    public void An_outsider_reads_the_text_from_the_runs_of_the_svg()
    {
        var code = QrCode.Of(Address);
        var dark = new bool[code.Side, code.Side];
        foreach (Match run in Run.Matches(code.ToSvg()))
        {
            for (var i = 0; i < int.Parse(run.Groups["n"].Value); i++)
                dark[int.Parse(run.Groups["x"].Value) + i, int.Parse(run.Groups["y"].Value)] = true;
        }

        Assert.Equal(Address, Scan(code.Side, (x, y) => dark[x, y]));
    }

    // A portable bitmap (netpbm, P1) is the picture that needs no encoder.
    private static string Scan(int side, Func<int, int, bool> isDark)
    {
        const int Module = 4;
        var text = new StringBuilder($"P1\n{side * Module} {side * Module}\n");
        for (var y = 0; y < side * Module; y++)
        {
            for (var x = 0; x < side * Module; x++)
                text.Append(isDark(x / Module, y / Module) ? "1 " : "0 ");
            text.Append('\n');
        }

        var path = Path.Combine(Directory.CreateTempSubdirectory("slipway-test-").FullName, "code.pbm");
        try
        {
            File.WriteAllText(path, text.ToString());
            return ExternalTool.Run(new ProcessStartInfo("zbarimg", ["-q", "--raw", "--nodbus", path]) { StandardOutputEncoding = Encoding.UTF8 }).Output.Trim();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<n>\d+)v1h-\d+z", RegexOptions.ExplicitCapture)]
    private static partial Regex Run { get; }
}
