using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Listing;

namespace Slipway.Formats.Tests.Dex.Listing;

public sealed class DexListingTests
{
    [Fact]
    public void A_class_is_listed_with_its_members_code_and_handlers()
    {
        var output = new StringWriter();
        DexListing.Write(Sample(), output);
        Assert.Equal(
            """

            class La/B; access 0x1 extends Ljava/lang/Object;
              implements La/I;
              source "B.java"
              annotation Runtime @La/N;(value = {I:3, "x"})
              field x:J access 0x8 = J:-1
              method f(II)V access 0x9
                registers 4 ins 2 outs 2
                line 7
                0000: const-string v0, "say \"hi\"\n\u00e4"
                0002: const/16 v1, #-300
                0004: invoke-static {v0, v1}, La/B;->g(Ljava/lang/String;I)V
                line 8
                0007: invoke-static/range {v2 .. v3}, La/B;->h(II)V
                000a: packed-switch v2, {1: 0002, 2: 0000}
                000d: fill-array-data v0, 2x2 01000200
                0010: if-lt v2, v3, 0000
                0012: return-void
                try 0000..0002 La/E;: 0012, all: 0000

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }

    [Fact]
    public void Every_operation_has_a_text_of_its_own()
    {
        var texts = Enum.GetValues<DexOpcode>().Where(opcode => opcode != DexOpcode.Label)
            .Select(opcode => InstructionText.Of(new() { Opcode = opcode }).Split(' ')[0]).ToList();
        Assert.Equal(texts.Count, texts.Distinct().Count());
    }

    [Fact]
    public void Values_of_every_kind_are_listed()
    {
        var field = new DexFieldReference("La;", "f", "I");
        DexValue[] values =
        [
            new DexValue.TypeLiteral("La;"), new DexValue.Field(field), new DexValue.EnumConstant(field), new DexValue.Method(new("La;", "m", "()V")),
            new DexValue.MethodType("()V"), new DexValue.Null(), new DexValue.Annotation("La;", [new("n", new DexValue.Text("t"))]),
        ];
        Assert.Equal("{La;, La;->f:I, enum La;->f:I, La;->m()V, ()V, null, @La;(n = \"t\")}", DexValueText.Of(new DexValue.Array(values)));
    }

    private static DexClass Sample()
    {
        var type = new DexClass { Type = "La/B;", Access = 1, Super = "Ljava/lang/Object;", SourceFile = "B.java" };
        type.Interfaces.Add("La/I;");
        type.Annotations.Add(new(DexVisibility.Runtime, "La/N;", [new("value", new DexValue.Array([new DexValue.Primitive('I', 3), new DexValue.Text("x")]))]));
        type.Fields.Add(new() { Reference = new("La/B;", "x", "J"), Access = 8, StaticValue = new DexValue.Primitive('J', -1) });
        type.Methods.Add(new() { Reference = new("La/B;", "f", "(II)V"), Access = 9, Code = Code() });
        return type;
    }

    private static DexCode Code()
    {
        var code = new DexCode { Registers = 4, Ins = 2, Outs = 2 };
        var (start, second, end) = (new DexLabel { Address = 0 }, new DexLabel { Address = 2 }, new DexLabel { Address = 0x12 });
        code.Instructions.AddRange(
        [
            new() { Opcode = DexOpcode.Label, Operand = start },
            new() { Opcode = DexOpcode.ConstString, A = 0, Operand = "say \"hi\"\nä", Line = 7, Address = 0 },
            new() { Opcode = DexOpcode.Const16, A = 1, Literal = -300, Address = 2 },
            new() { Opcode = DexOpcode.InvokeStatic, Arguments = [0, 1], Operand = new DexMethodReference("La/B;", "g", "(Ljava/lang/String;I)V"), Address = 4 },
            new() { Opcode = DexOpcode.InvokeStaticRange, A = 2, Arguments = [2, 3], Operand = new DexMethodReference("La/B;", "h", "(II)V"), Line = 8, Address = 7 },
            new() { Opcode = DexOpcode.PackedSwitch, A = 2, Operand = new DexSwitch([1, 2], [second, start]), Address = 0xa },
            new() { Opcode = DexOpcode.FillArrayData, A = 0, Operand = new DexArrayData(2, new byte[] { 1, 0, 2, 0 }), Address = 0xd },
            new() { Opcode = DexOpcode.IfLt, A = 2, B = 3, Operand = start, Address = 0x10 },
            new() { Opcode = DexOpcode.ReturnVoid, Address = 0x12 },
        ]);
        code.Tries.Add(new(start, second, [new("La/E;", end), new(null, start)]));
        return code;
    }
}
