using System.Text.RegularExpressions;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Listing;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Listing;

/// <summary>Our listing of a real DEX beside dexdump's: addresses, operations, registers, literals, members and branch targets.</summary>
public sealed partial class DexListingOutsiderTests
{
    private static readonly Lazy<byte[]> Sample = new(() => ApkDex.Of(NpmPackages.Apks().First(apk => apk.Contains("androidTest", StringComparison.Ordinal)))[0]);

    [Fact]
    public void Every_instruction_reads_as_dexdump_reads_it()
    {
        var theirs = DexDump.Instructions(Sample.Value);
        var ours = Instructions(DexReader.Read(Sample.Value));
        Assert.True(theirs.Count > 10_000);
        Assert.Equal(theirs.Count, ours.Count);
        var differences = theirs.Zip(ours).Where(pair => pair.First != pair.Second).Take(20).Select(pair => $"{pair.First}  |  {pair.Second}");
        Assert.Equal("", string.Join('\n', differences));
    }

    [Fact]
    public void A_changed_register_shows()
    {
        var file = DexReader.Read(Sample.Value);
        var instruction = file.Classes.SelectMany(type => type.Methods).SelectMany(method => method.Code?.Instructions ?? [])
            .First(candidate => candidate.Opcode == DexOpcode.Iget);
        instruction.B ^= 1;
        Assert.Single(DexDump.Instructions(Sample.Value).Zip(Instructions(file)), pair => pair.First != pair.Second);
    }

    /// <summary>dexdump goes through the classes in file order, through direct methods first, and skips what has no code.</summary>
    private static List<string> Instructions(DexFile file) =>
    [
        .. file.Classes.SelectMany(type => type.Methods).SelectMany(method => method.Code?.Instructions ?? [])
            .Where(instruction => instruction.Opcode is not (DexOpcode.Label or DexOpcode.Nop))
            .Select(instruction => $"{instruction.Address:x4}: {Reduced(instruction)}"),
    ];

    /// <summary>Leaves out what dexdump does not print, or prints in its own way: strings and payloads.</summary>
    private static string Reduced(DexInstruction instruction)
    {
        var text = InstructionText.Of(instruction);
        return instruction.Opcode switch
        {
            DexOpcode.ConstString or DexOpcode.ConstStringJumbo or DexOpcode.PackedSwitch or DexOpcode.SparseSwitch or DexOpcode.FillArrayData => text.Split(',')[0],
            _ => Range().Replace(text, match => "{" + string.Join(", ", instruction.Arguments.Select((_, i) => $"v{instruction.A + i}")) + "}"),
        };
    }

    [GeneratedRegex(@"\{v\d+ \.\. v\d+\}")]
    private static partial Regex Range();
}
