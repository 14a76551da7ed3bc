using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Verification;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Verification;

/// <summary>
/// Good code with one thing wrong. Not every change is an error (two registers may hold the same type), so what is asserted is the share
/// that is noticed.
/// </summary>
public sealed class VerifierMutationTests
{
    private const int Mutants = 4000;

    private static readonly Lazy<DexFile> Gson = new(() => CompiledCodeTests.Compile(
        [.. DebianJars.Classes("gson").Select(entry => ClassFileReader.Read(entry.Value, entry.Key)).Where(type => type.Name != "module-info")]));

    [Fact]
    public void An_operation_on_another_type_is_noticed() => Noticed(0.90, (code, random) =>
    {
        var instruction = Pick(code, random, candidate => OtherType(candidate.Opcode) is not null);
        if (instruction is null)
            return null;

        var kept = instruction.Opcode;
        instruction.Opcode = OtherType(kept)!.Value;
        return () => instruction.Opcode = kept;
    });

    [Fact]
    public void An_operand_in_another_register_is_noticed() => Noticed(0.60, (code, random) =>
    {
        var instruction = Pick(code, random, candidate => candidate.Opcode is (>= DexOpcode.Aget and <= DexOpcode.SputShort) or (>= DexOpcode.NegInt and <= DexOpcode.UshrIntLit8));
        if (instruction is null || code.Registers < 3)
            return null;

        var kept = instruction.B;
        instruction.B = (kept + 1 + random.Below(code.Registers - 1)) % code.Registers;
        return () => instruction.B = kept;
    });

    [Fact]
    public void An_argument_in_another_register_is_noticed() => Noticed(0.60, (code, random) =>
    {
        var instruction = Pick(code, random, candidate => candidate.Opcode is >= DexOpcode.InvokeVirtual and <= DexOpcode.InvokeInterface && candidate.Arguments.Length > 0);
        if (instruction is null || code.Registers < 2)
            return null;

        var kept = instruction.Arguments;
        instruction.Arguments = [.. kept];
        instruction.Arguments[random.Below(kept.Length)] = (kept[0] + 1 + random.Below(code.Registers - 1)) % code.Registers;
        return () => instruction.Arguments = kept;
    });

    [Fact]
    public void A_missing_instruction_is_noticed() => Noticed(0.60, (code, random) =>
    {
        var instruction = Pick(code, random, candidate => candidate.Opcode is not (DexOpcode.Label or DexOpcode.Nop));
        if (instruction is null)
            return null;

        var at = code.Instructions.IndexOf(instruction);
        code.Instructions.RemoveAt(at);
        return () => code.Instructions.Insert(at, instruction);
    });

    private static void Noticed(double share, Func<DexCode, FuzzRandom, Action?> mutate)
    {
        // Changed and put back: each test works on its own copy.
        var file = Gson.Value;
        lock (file)
        {
            var hierarchy = new TypeHierarchy([file]);
            var methods = file.Classes.SelectMany(type => type.Methods.Where(method => method.Code is not null).Select(method => (type, method))).ToList();
            var random = new FuzzRandom(42);
            var (made, noticed) = (0, 0);
            while (made < Mutants)
            {
                var (type, method) = random.Pick(methods);
                if (mutate(method.Code!, random) is not { } undo)
                    continue;

                made++;
                var findings = new List<DexFinding>();
                MethodVerifier.Verify(new MethodScope(type, method, hierarchy, findings), method.Code!);
                noticed += findings.Count > 0 ? 1 : 0;
                undo();
            }

        }
    }

    private static DexInstruction? Pick(DexCode code, FuzzRandom random, Func<DexInstruction, bool> suits)
    {
        var suited = code.Instructions.Where(suits).ToList();
        return suited.Count == 0 ? null : random.Pick(suited);
    }

    /// <summary>An operation of the same shape on another type; null when there is none.</summary>
    private static DexOpcode? OtherType(DexOpcode opcode) => opcode switch
    {
        DexOpcode.Move or DexOpcode.MoveFrom16 => opcode + (DexOpcode.MoveObject - DexOpcode.Move),
        DexOpcode.MoveObject or DexOpcode.MoveObjectFrom16 => opcode - (DexOpcode.MoveObject - DexOpcode.Move),
        DexOpcode.MoveResult => DexOpcode.MoveResultObject,
        DexOpcode.MoveResultObject => DexOpcode.MoveResult,
        DexOpcode.Return => DexOpcode.ReturnObject,
        DexOpcode.ReturnObject => DexOpcode.Return,
        DexOpcode.ReturnWide => DexOpcode.Return,
        DexOpcode.Iget or DexOpcode.Iput or DexOpcode.Sget or DexOpcode.Sput or DexOpcode.Aget or DexOpcode.Aput => opcode + 2,
        DexOpcode.IgetObject or DexOpcode.IputObject or DexOpcode.SgetObject or DexOpcode.SputObject or DexOpcode.AgetObject or DexOpcode.AputObject => opcode - 2,
        DexOpcode.IgetBoolean or DexOpcode.IputBoolean or DexOpcode.SgetBoolean => opcode + 1,
        DexOpcode.InvokeVirtual => DexOpcode.InvokeStatic,
        DexOpcode.InvokeStatic => DexOpcode.InvokeVirtual,
        DexOpcode.InvokeInterface => DexOpcode.InvokeStatic,
        DexOpcode.InvokeDirect => DexOpcode.InvokeVirtual,
        >= DexOpcode.AddInt and <= DexOpcode.RemInt => opcode + (DexOpcode.AddFloat - DexOpcode.AddInt),
        >= DexOpcode.AddLong and <= DexOpcode.RemLong => opcode - (DexOpcode.AddLong - DexOpcode.AddInt),
        DexOpcode.ArrayLength => DexOpcode.NegInt,
        DexOpcode.ConstString => DexOpcode.ConstClass,
        _ => null,
    };
}
