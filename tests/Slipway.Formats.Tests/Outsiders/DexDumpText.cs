using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Formats.Tests.Outsiders;

/// <summary>
/// The whole listing of dexdump without what may differ between two encodings of the same code: places in the file, indices,
/// the length of gotos and hence addresses (each becomes the ordinal of its instruction), names of local variables.
/// </summary>
internal static partial class DexDumpText
{
    /// <summary>Lists a DEX file that dexdump must accept.</summary>
    public static IReadOnlyList<string> Of(byte[] dex)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, dex);
            var lines = ExternalTool.Read("dexdump", ["-d", path]).Split('\n').Select(l => Place().Replace(l, "")).Where(l => !NotKept().IsMatch(l));
            return [.. Methods(lines).SelectMany(Normal)];
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>What dexdump says against a file; empty when it accepts it.</summary>
    public static string Complaint(byte[] dex)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, dex);
            var result = ExternalTool.Run("dexdump", ["-c", path]);
            return result.ExitCode == 0 ? result.Errors : $"{result.ExitCode} {result.Errors}";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IEnumerable<List<string>> Methods(IEnumerable<string> lines)
    {
        var current = new List<string>();
        foreach (var line in lines)
        {
            if (line.Contains("insns size", StringComparison.Ordinal))
            {
                yield return current;
                current = [];
                continue;
            }

            current.Add(line);
        }

        yield return current;
    }

    private static IEnumerable<string> Normal(List<string> method)
    {
        var addresses = method.Select(l => Instruction().Match(l)).Where(m => m.Success).Select(m => Hex(m.Groups[1].Value)).ToList();
        var lastLine = "0";
        foreach (var line in method)
        {
            if (LineEntry().Match(line) is { Success: true } entry)
            {
                if (entry.Groups[2].Value != lastLine)
                    yield return $"{Ordinal(entry.Groups[1].Value)} line {entry.Groups[2].Value}";
                lastLine = entry.Groups[2].Value;
                continue;
            }

            var text = Instruction().Replace(line, "");
            text = Goto().Replace(text, "goto");
            text = Target().Replace(text, m => $" to {Ordinal(m.Groups[1].Value)}");
            yield return Address().Replace(text, m => Ordinal(m.Groups[1].Value));
        }

        string Ordinal(string address) => addresses.Count(a => a < Hex(address)).ToString(CultureInfo.InvariantCulture);
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Processing|^Opened|locals        :|^        0x\w+ - 0x\w+ reg=|\|[0-9a-f]+: nop // spacer|-data \(")]
    private static partial Regex NotKept();

    /// <summary>Offsets into the file, raw units, indices and distances to tables.</summary>
    [GeneratedRegex(@"^[0-9a-f]{6,}: [^|]*(?=\|)|\[[0-9a-f]{6,}\] |(string|type|field|method|proto|call_site|method_handle)@[0-9a-f]+|(?<=source_file_idx   : )\d+|, [0-9a-f]{8} // [-+][0-9a-f]+$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\|([0-9a-f]{4,}): ")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^        0x([0-9a-f]{4,}) line=(\d+)")]
    private static partial Regex LineEntry();

    [GeneratedRegex("^goto(/16|/32)?")]
    private static partial Regex Goto();

    [GeneratedRegex(@" #?([0-9a-f]{4,8}) // [-+][0-9a-f]+$")]
    private static partial Regex Target();

    /// <summary>Bounds of covered ranges and places of handlers.</summary>
    [GeneratedRegex(@"(?<=^        |- |-> )0x([0-9a-f]{4,})")]
    private static partial Regex Address();
}
