using System.Text;

namespace Slipway.Cli.Tests.Output;

/// <summary>A QR code that was printed as text, seen by <c>zbarimg</c>.</summary>
internal static class PrintedCode
{
    private const int Module = 4;

    /// <summary>What the reader finds: <c>QR-Code:</c> and the text, or nothing.</summary>
    public static string Read(IEnumerable<string> lines, TemporaryFolder folder) =>
        SlipwayRun.Of("zbarimg", ["-q", "--nodbus", folder.Add("code.pbm", Picture([.. lines]))], []).Out.TrimEnd('\n');

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
