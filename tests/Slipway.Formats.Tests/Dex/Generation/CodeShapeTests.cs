using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using static Slipway.Formats.Tests.Dex.Generation.CodeSample;

namespace Slipway.Formats.Tests.Dex.Generation;

/// <summary>What good code looks like: no needless moves, short forms, right kinds of calls.</summary>
public sealed class CodeShapeTests
{
    [Fact]
    public void An_increment_is_one_instruction() =>
        Assert.Equal([DexOpcode.AddIntLit8, DexOpcode.Return], Of("(I)I", 1, 1, I(JvmOpcode.Iinc, 0, 5), I(JvmOpcode.Iload), I(JvmOpcode.Ireturn)).Opcodes());

    [Fact]
    public void Operands_are_read_where_they_are() =>
        Assert.Equal([DexOpcode.SubInt, DexOpcode.Return], Of("(II)I", 2, 2, I(JvmOpcode.Iload), I(JvmOpcode.Iload, 1), I(JvmOpcode.Isub), I(JvmOpcode.Ireturn)).Opcodes());

    [Fact]
    public void A_variable_that_is_only_returned_is_not_written() =>
        Assert.Equal(
            [DexOpcode.MulLong, DexOpcode.ReturnWide],
            Of("(JJ)J", 4, 4, I(JvmOpcode.Lload), I(JvmOpcode.Lload, 2), I(JvmOpcode.Lmul), I(JvmOpcode.Lstore), I(JvmOpcode.Lload), I(JvmOpcode.Lreturn)).Opcodes());

    [Fact]
    public void Comparing_with_zero_needs_no_constant() =>
        Assert.Equal(
            [DexOpcode.IfLez, DexOpcode.ReturnVoid, DexOpcode.Nop, DexOpcode.Goto],
            Of("(I)V", 1, 2, I(JvmOpcode.Ipush, 0), I(JvmOpcode.Iload), I(JvmOpcode.IfIcmpge, 4), I(JvmOpcode.Return), I(JvmOpcode.Goto, 4)).Opcodes());

    [Fact]
    public void A_value_stays_what_it_was_when_its_source_changes() =>
        Assert.Equal(
            [DexOpcode.Move, DexOpcode.AddIntLit8, DexOpcode.SubInt2addr, DexOpcode.Return],
            Of("(I)I", 1, 2, I(JvmOpcode.Iload), I(JvmOpcode.Iinc, 0, 1), I(JvmOpcode.Iload), I(JvmOpcode.Isub), I(JvmOpcode.Ireturn)).Opcodes());

    [Fact]
    public void A_variable_is_not_written_early_when_a_handler_reads_it()
    {
        var call = I(JvmOpcode.Invokestatic, new MemberReference("Sample", "risky", "()V"));
        var code = Of("(I)I", 1, 1, I(JvmOpcode.Ipush, 9), call, I(JvmOpcode.Istore), I(JvmOpcode.Iload), I(JvmOpcode.Ireturn), I(JvmOpcode.Pop), I(JvmOpcode.Iload), I(JvmOpcode.Ireturn)).Catch(0, 3, 5).Translate();
        var constant = code.Instructions.Find(i => i.Opcode is DexOpcode.Const4 or DexOpcode.Const16)!;
        Assert.NotEqual(code.Registers - 1, constant.A);
    }

    [Theory]
    [InlineData(0, 4, DexOpcode.PackedSwitch)]
    [InlineData(1, 100, DexOpcode.SparseSwitch)]
    public void A_switch_takes_the_smaller_table(int first, int step, DexOpcode expected)
    {
        var table = new SwitchTable(2, [first, first + 1, first + 2, first + 2 + step], [2, 2, 2, 2]);
        Assert.Contains(step == 4 ? DexOpcode.PackedSwitch : expected, Of("(I)V", 1, 1, I(JvmOpcode.Iload), I(JvmOpcode.Lookupswitch, table), I(JvmOpcode.Return)).Opcodes());
    }

    [Fact]
    public void Constants_of_an_array_become_a_table()
    {
        var code = new List<JvmInstruction> { I(JvmOpcode.Ipush, 5), I(JvmOpcode.Newarray, 9) };
        for (var i = 0; i < 5; i++)
            code.AddRange([I(JvmOpcode.Dup), I(JvmOpcode.Ipush, i), I(JvmOpcode.Ipush, -i), I(JvmOpcode.Sastore)]);
        code.Add(I(JvmOpcode.Areturn));
        var fill = Of("()[S", 0, 4, [.. code]).Translate().Instructions.Find(i => i.Opcode == DexOpcode.FillArrayData)!;
        Assert.Equal(new byte[] { 0, 0, 255, 255, 254, 255, 253, 255, 252, 255 }, fill.ArrayData!.Data.ToArray());
    }

    [Fact]
    public void Unreachable_code_is_left_out() =>
        Assert.Equal([DexOpcode.ReturnVoid], Of("()V", 0, 1, I(JvmOpcode.Return), I(JvmOpcode.Pop), I(JvmOpcode.Athrow)).Opcodes());

    [Fact]
    public void A_handler_of_code_that_cannot_throw_is_left_out()
    {
        var code = Of("()V", 1, 1, I(JvmOpcode.Ipush), I(JvmOpcode.Istore), I(JvmOpcode.Return), I(JvmOpcode.Athrow)).Catch(0, 3, 3).Translate();
        Assert.DoesNotContain(code.Tries, t => t.Catches.Count > 0);
        Assert.DoesNotContain(code.Instructions, i => i.Opcode == DexOpcode.Throw);
    }

    [Fact]
    public void A_private_method_is_called_directly_whichever_instruction_names_it()
    {
        var sample = Of(0, "()V", 1, 1, I(JvmOpcode.Aload), I(JvmOpcode.Invokevirtual, new MemberReference("Sample", "hidden", "()V")), I(JvmOpcode.Return));
        Assert.Contains(DexOpcode.InvokeVirtual, sample.Opcodes());
        sample.Owner.Methods.Add(new JavaMethod { Name = "hidden", Descriptor = "()V", Access = 0x2 });
        Assert.Contains(DexOpcode.InvokeDirect, sample.Opcodes());
    }

    [Fact]
    public void A_parameter_whose_slot_becomes_half_of_a_pair_is_moved_away()
    {
        var code = Of("(I)J", 2, 2, I(JvmOpcode.Iload), I(JvmOpcode.I2l), I(JvmOpcode.Lstore), I(JvmOpcode.Lload), I(JvmOpcode.Lreturn)).Translate();
        var widen = code.Instructions.Find(i => i.Opcode == DexOpcode.IntToLong)!;
        Assert.True(widen.A + 1 < code.Registers);
    }

    [Fact]
    public void Same_code_is_made_each_time()
    {
        var first = Of("(II)I", 2, 2, I(JvmOpcode.Iload), I(JvmOpcode.Iload, 1), I(JvmOpcode.Iadd), I(JvmOpcode.Ireturn));
        Assert.Equal(first.Opcodes(), first.Opcodes());
    }

    private static CodeSample Synchronized(int parameter) =>
        Of("(Ljava/lang/Object;)V", 3, 2,
            I(JvmOpcode.Aload, parameter), I(JvmOpcode.Dup), I(JvmOpcode.Astore, 1), I(JvmOpcode.Monitorenter),
            I(JvmOpcode.Invokestatic, new MemberReference("Sample", "risky", "()V")), I(JvmOpcode.Aload, 1), I(JvmOpcode.Monitorexit), I(JvmOpcode.Return),
            I(JvmOpcode.Astore, 2), I(JvmOpcode.Aload, 1), I(JvmOpcode.Monitorexit), I(JvmOpcode.Aload, 2), I(JvmOpcode.Athrow))
            .Catch(4, 7, 8).Catch(8, 11, 8);

    [Fact]
    public void A_lock_is_released_through_the_register_that_took_it()
    {
        var locks = Synchronized(0).Translate().Instructions.FindAll(i => i.Opcode is DexOpcode.MonitorEnter or DexOpcode.MonitorExit);
        Assert.Equal(3, locks.Count);
        Assert.Single(locks.Select(i => i.A).Distinct());
    }

    [Theory]
    [InlineData(0x20)]
    [InlineData(0x28)]
    public void A_synchronized_method_takes_and_releases_its_lock_itself(int access)
    {
        var code = Of(access, "()V", 1, 1, I(JvmOpcode.Invokestatic, new MemberReference("Sample", "risky", "()V")), I(JvmOpcode.Return)).Translate();
        var locks = code.Instructions.FindAll(i => i.Opcode is DexOpcode.MonitorEnter or DexOpcode.MonitorExit);
        Assert.Equal([DexOpcode.MonitorEnter, DexOpcode.MonitorExit, DexOpcode.MonitorExit], locks.Select(i => i.Opcode));
        Assert.Single(locks.Select(i => i.A).Distinct());
        Assert.Null(Assert.Single(Assert.Single(code.Tries).Catches).Type);
    }

    [Fact]
    public void Lines_stay_with_the_instructions_they_belong_to()
    {
        var call = I(JvmOpcode.Invokestatic, new MemberReference("Sample", "risky", "()V"));
        var sample = Of("(I)V", 1, 1, I(JvmOpcode.Iload), I(JvmOpcode.Istore), call, call, I(JvmOpcode.Return));
        sample.Method.Code!.Lines.AddRange([new LineNumber(0, 10), new LineNumber(2, 11), new LineNumber(3, 12), new LineNumber(4, 13)]);
        Assert.Equal([11, 12, 13], sample.Translate().Instructions.Where(i => i.Opcode != DexOpcode.Label).Select(i => i.Line));
    }

    [Fact]
    public void Names_of_parameters_are_kept_for_debugging_only()
    {
        var sample = Of("(JI)V", 3, 1, I(JvmOpcode.Return));
        sample.Method.Code!.LocalVariables.Add(new LocalVariable(0, 1, "count", "I", 2, null));
        Assert.Empty(sample.Translate().ParameterNames);
        var debug = Formats.Dex.Generation.MethodTranslator.Translate(sample.Owner, sample.Method, new DexOptions(24, Debug: true));
        Assert.Equal([null, "count"], debug.ParameterNames);
    }
}
