using System.Text.RegularExpressions;
using Slipway.Formats.Dex;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex;

/// <summary>What smali assembles of every operation, read and written by us, disassembles to the same text.</summary>
public sealed partial class SmaliRoundTripTests
{
    private const int Api = 28;
    private const string Bootstrap = "LAll;->boot(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;";

    private static readonly Lazy<byte[]> Sample = new(() => Smali.Assemble([Class()], Api));

    [Fact]
    public void Every_operation_survives()
    {
        var file = DexReader.Read(Sample.Value);
        var used = file.Classes[0].Methods.SelectMany(m => m.Code!.Instructions).Select(i => i.Opcode).ToHashSet();
        Assert.Equal([], Enum.GetValues<DexOpcode>().Where(o => !used.Contains(o)));
        var written = DexWriter.Write(file);
        Assert.Equal("", DexDumpText.Complaint(written));
        Assert.Equal(Disassemble(Sample.Value), Disassemble(written));
    }

    [Fact]
    public void A_changed_register_shows()
    {
        var file = DexReader.Read(Sample.Value);
        file.Classes[0].Methods[0].Code!.Instructions.First(i => i.Opcode == DexOpcode.AddInt).C ^= 1;
        Assert.NotEqual(Disassemble(Sample.Value), Disassemble(DexWriter.Write(file)));
    }

    private static string Class()
    {
        var lines = Enum.GetValues<DexOpcode>().Where(o => o != DexOpcode.Label).Select(Line);
        return $"""
            .class public LAll;
            .super Ljava/lang/Object;
            .field public static f:I = 5
            .method public static all()V
                .registers 300
            {string.Join('\n', lines)}
                :target
                return-void
                :data
                .array-data 4
                    1 2 3
                .end array-data
                :packed
                .packed-switch 3
                    :target
                .end packed-switch
                :sparse
                .sparse-switch
                    -7 -> :target
                .end sparse-switch
            .end method
            """;
    }

    /// <summary>One operation with plausible operands; whether the types fit is no matter here.</summary>
    private static string Line(DexOpcode opcode)
    {
        var info = DexOpcodeTable.Info(opcode);
        var reference = info.Index switch
        {
            DexIndexKind.String => "\"text\\u0000\\ud800\"",
            DexIndexKind.Type => "[I",
            DexIndexKind.Field => "LAll;->f:I",
            DexIndexKind.Method => "LAll;->all()V",
            DexIndexKind.MethodAndProto => "Ljava/lang/invoke/MethodHandle;->invoke([Ljava/lang/Object;)Ljava/lang/Object;, (IJ)V",
            DexIndexKind.CallSite => $"call_site_0(\"name\", (I)V, 7)@{Bootstrap}",
            DexIndexKind.MethodHandle => $"invoke-static@{Bootstrap}",
            _ => "(IJ)Ljava/lang/String;",
        };
        return $"    {info.Name} {Operands(opcode, info.Format, reference)}";
    }

    private static string Operands(DexOpcode opcode, DexFormat format, string reference) => format switch
    {
        DexFormat.F12x => "v1, v2",
        DexFormat.F11n => "v1, -8",
        DexFormat.F11x => "v200",
        DexFormat.F10t => ":near\n    :near",
        DexFormat.F20t or DexFormat.F30t => ":target",
        DexFormat.F22x => "v200, v299",
        DexFormat.F21t => "v200, :target",
        DexFormat.F21s => "v200, -32768",
        DexFormat.F21h => opcode == DexOpcode.ConstHigh16 ? "v200, 0x12340000" : "v200, 0x1234000000000000L",
        DexFormat.F21c or DexFormat.F31c => $"v200, {reference}",
        DexFormat.F23x => "v200, v201, v202",
        DexFormat.F22b => "v200, v201, -128",
        DexFormat.F22t => "v1, v2, :target",
        DexFormat.F22s => "v1, v2, -32768",
        DexFormat.F22c => $"v1, v2, {reference}",
        DexFormat.F32x => "v299, v298",
        DexFormat.F31i => "v200, 0x12345678",
        DexFormat.F31t => $"v200, :{opcode switch { DexOpcode.PackedSwitch => "packed", DexOpcode.SparseSwitch => "sparse", _ => "data" }}",
        DexFormat.F35c or DexFormat.F45cc => $"{{v1, v2, v3, v4, v5}}, {reference}",
        DexFormat.F3rc or DexFormat.F4rcc => $"{{v100 .. v299}}, {reference}",
        DexFormat.F51l => "v200, 0x123456789abcdef0L",
        _ => "",
    };

    /// <summary>Labels are numbered in their order; the length of a goto, and the nop that aligns a table behind it, are the assembler's choice.</summary>
    private static string Disassemble(byte[] dex)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-baksmali");
        try
        {
            var path = Path.Combine(folder.FullName, "in.dex");
            File.WriteAllBytes(path, dex);
            ExternalTool.Read("baksmali", ["disassemble", "-a", $"{Api}", "--seq", "-o", folder.FullName, path]);
            return Choice().Replace(File.ReadAllText(Path.Combine(folder.FullName, "All.smali")), "");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"(?<=goto)/(16|32)|    nop\n\n(?=    :)")]
    private static partial Regex Choice();
}
