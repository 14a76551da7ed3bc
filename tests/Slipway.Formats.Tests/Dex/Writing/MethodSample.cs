using Slipway.Formats.Dex;

namespace Slipway.Formats.Tests.Dex.Writing;

/// <summary>A file with one class, whose static method <c>run()V</c> is what a test is about.</summary>
internal static class MethodSample
{
    public const string Type = "Ltest/Sample;";

    public static DexInstruction ReturnVoid => new() { Opcode = DexOpcode.ReturnVoid };

    public static DexInstruction Place(DexLabel label) => new() { Opcode = DexOpcode.Label, Operand = label };

    public static DexInstruction Go(DexLabel target) => new() { Opcode = DexOpcode.Goto, Operand = target };

    public static IEnumerable<DexInstruction> Filler(int units) =>
        Enumerable.Range(0, units / 2).Select(i => new DexInstruction { Opcode = DexOpcode.Const16, A = 1, Literal = (short)i });

    public static DexFile File(params IEnumerable<DexInstruction> instructions) => File(35, instructions, []);

    public static DexFile File(int version, IEnumerable<DexInstruction> instructions, IEnumerable<DexTry> tries)
    {
        var code = new DexCode { Registers = 16, Outs = 5 };
        code.Instructions.AddRange(instructions);
        code.Tries.AddRange(tries);
        var owner = new DexClass { Type = Type, Access = 1, Super = "Ljava/lang/Object;" };
        owner.Methods.Add(new DexMethod { Reference = new DexMethodReference(Type, "run", "()V"), Access = 9, Code = code });
        var file = new DexFile { Version = version };
        file.Classes.Add(owner);
        return file;
    }

    /// <summary>Writes, lets dexdump check, and reads the instructions back, labels left out.</summary>
    public static List<DexInstruction> Instructions(DexFile file) => [.. Code(file).Instructions.Where(i => i.Opcode != DexOpcode.Label)];

    /// <summary>The same with everything else of the code.</summary>
    public static DexCode Code(DexFile file)
    {
        var dex = DexWriter.Write(file);
        Assert.Equal("", Outsiders.DexDumpText.Complaint(dex));
        return DexReader.Read(dex).Classes[0].Methods[0].Code!;
    }
}
