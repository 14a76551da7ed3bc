using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Formats.Tests.Outsiders;

/// <summary>Debian's dexdump, which is ART's own reader and its checks.</summary>
internal static partial class DexDump
{
    /// <summary>Instructions of a DEX in file order, each with its operands in the words of our listing; payloads are left out, and nop, which aligns them.</summary>
    public static IReadOnlyList<string> Instructions(byte[] dex)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, dex);
            var text = ExternalTool.Run(new ProcessStartInfo("dexdump", ["-d", path]) { StandardOutputEncoding = Encoding.Latin1 }).Well().Output;
            return [.. text.Split('\n').Select(line => InstructionLine().Match(line)).Where(match => match.Success)
                .Select(match => (At: match.Groups[1].Value, Text: Normal(match.Groups[2].Value))).Where(line => line.Text is not null).Select(line => $"{line.At}: {line.Text}")];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? Normal(string text)
    {
        if (text.Contains("-data (", StringComparison.Ordinal) || text.StartsWith("nop", StringComparison.Ordinal))
            return null;

        var comment = text.LastIndexOf(" // ", StringComparison.Ordinal);
        var (code, note) = comment < 0 ? (text, "") : (text[..comment], text[(comment + 4)..]);
        var name = code.Split(' ')[0];
        return name switch
        {
            "const-string" or "const-string/jumbo" => code.Split(',')[0],
            "const" or "const-wide/32" => Literal(code, int.Parse(note[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            "const-wide" => Literal(code, long.Parse(note[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            "packed-switch" or "sparse-switch" or "fill-array-data" => code.Split(',')[0],
            _ => Member().Replace(TypedLiteral().Replace(code, "#"), "$1->$2:").Replace(":(", "(", StringComparison.Ordinal),
        };
    }

    private static string Literal(string code, long value) => $"{code.Split(',')[0]}, #{value}";

    [GeneratedRegex(@"^[0-9a-f]+:.*\|([0-9a-f]{4,}): (.*)$")]
    private static partial Regex InstructionLine();

    [GeneratedRegex(@"#(int|long|float|double) ")]
    private static partial Regex TypedLiteral();

    /// <summary>dexdump puts a point between owner and member, we an arrow.</summary>
    [GeneratedRegex(@"([;ZBSCIJFD])\.([^:,]+):")]
    private static partial Regex Member();
}
