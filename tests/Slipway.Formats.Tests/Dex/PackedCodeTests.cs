using CsCheck;
using Slipway.Formats.Dex;

namespace Slipway.Formats.Tests.Dex;

public sealed class PackedCodeTests
{
    private static readonly Gen<DexInstruction> Instructions = Gen.Select(
        OneOf(DexOpcode.Nop, DexOpcode.ConstWide, DexOpcode.InvokeVirtual, DexOpcode.ConstMethodType, DexOpcode.Label),
        Gen.OneOf(Gen.Int[0, 300], OneOf(0, ushort.MaxValue, int.MaxValue, -1)).Array[4],
        Gen.OneOf(Gen.Long, OneOf(0L, -1, long.MinValue, long.MaxValue, 1L << 31, 1L << 32)),
        OneOf<object?>(null, "text", new DexLabel(), new DexSwitch([1], [new DexLabel()]), new DexArrayData(1, new byte[3])),
        Gen.Int[0, 70_000].Array[0, 6],
        (opcode, numbers, literal, operand, arguments) => new DexInstruction
        {
            Opcode = opcode,
            A = numbers[0],
            B = numbers[1],
            C = numbers[2],
            Line = Math.Abs(numbers[3]),
            Literal = literal,
            Operand = operand,
            Arguments = arguments,
        });

    [Fact]
    public void Whatever_is_packed_comes_back() => Instructions.List[0, 40].Sample(instructions =>
    {
        var code = new DexCode { Registers = 7, Ins = 3, Outs = 2 };
        code.Instructions.AddRange(instructions);
        code.Tries.Add(new DexTry(new DexLabel(), new DexLabel(), [new DexCatch("LType;", new DexLabel())]));
        code.ParameterNames.AddRange("first", null);
        var back = new PackedCode(code).Unpack();
        Assert.Equal((7, 3, 2), (back.Registers, back.Ins, back.Outs));
        Assert.Equal(code.Tries, back.Tries);
        Assert.Equal(code.ParameterNames, back.ParameterNames);
        Assert.Equal(code.Instructions.ConvertAll(Parts), back.Instructions.ConvertAll(Parts));
        Assert.All(code.Instructions.Zip(back.Instructions), pair => Assert.Equal(pair.First.Arguments, pair.Second.Arguments));
    });

    [Fact]
    public void A_method_gives_its_code_after_it_was_packed_and_forgets_changes_of_it()
    {
        var method = new DexMethod { Reference = new("LType;", "run", "()V"), Code = new DexCode { Instructions = { new() { Opcode = DexOpcode.ReturnVoid } } } };
        method.Pack();
        method.Code!.Instructions.Clear();
        Assert.Equal(DexOpcode.ReturnVoid, Assert.Single(method.Code.Instructions).Opcode);
        method.Code = null;
        method.Pack();
        Assert.Null(method.Code);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static (DexOpcode Opcode, int A, int B, int C, long Literal, int Line, object? Operand) Parts(DexInstruction i) => (i.Opcode, i.A, i.B, i.C, i.Literal, i.Line, i.Operand);
}
