using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using static Slipway.Formats.Tests.Dex.Generation.CodeSample;

namespace Slipway.Formats.Tests.Dex.Generation;

/// <summary>Each fault of a released ART is avoided below the API level that mended it, and costs nothing from there on.</summary>
public sealed class ArtBugTests
{
    private static readonly JvmInstruction NewLongs = I(JvmOpcode.Invokestatic, new MemberReference("Sample", "longs", "()[J"));

    private static bool LoadsOverItsArray(DexCode code) =>
        code.Instructions.Exists(i => i.Opcode == DexOpcode.AgetWide && (i.A == i.B || i.A + 1 == i.B));

    private static CodeSample WideLoad() => Of("()J", 0, 2, NewLongs, I(JvmOpcode.Ipush), I(JvmOpcode.Laload), I(JvmOpcode.Lreturn));

    [Fact]
    public void A_wide_load_does_not_overwrite_its_array_below_28()
    {
        Assert.False(LoadsOverItsArray(WideLoad().Translate(27)));
        Assert.True(LoadsOverItsArray(WideLoad().Translate(28)));
    }

    private static CodeSample TernaryInString()
    {
        const string type = "java/lang/String";
        return Of("(I[C[C)Ljava/lang/String;", 3, 3,
            I(JvmOpcode.New, type), I(JvmOpcode.Dup), I(JvmOpcode.Iload), I(JvmOpcode.Ifeq, 6), I(JvmOpcode.Aload, 1), I(JvmOpcode.Goto, 7),
            I(JvmOpcode.Aload, 2), I(JvmOpcode.Invokespecial, new MemberReference(type, "<init>", "([C)V")), I(JvmOpcode.Areturn));
    }

    [Fact]
    public void A_new_string_goes_straight_to_its_constructor_below_29()
    {
        var early = TernaryInString().Opcodes(28);
        Assert.Equal(DexOpcode.InvokeDirect, early[Array.IndexOf(early, DexOpcode.NewInstance) + 1]);
        var late = TernaryInString().Opcodes(29);
        Assert.Equal(DexOpcode.NewInstance, late[0]);
    }

    private static CodeSample MultiCatch() =>
        Of("()Ljava/lang/Object;", 0, 1, NewLongs, I(JvmOpcode.Areturn), I(JvmOpcode.Areturn))
            .Catch(0, 2, 2, "java/lang/IllegalStateException")
            .Catch(0, 2, 2, "java/lang/IllegalArgumentException");

    [Fact]
    public void Each_caught_type_has_its_own_move_exception_below_29()
    {
        Assert.Equal(2, MultiCatch().Opcodes(28).Count(o => o == DexOpcode.MoveException));
        Assert.Single(MultiCatch().Opcodes(29), o => o == DexOpcode.MoveException);
    }

    /// <summary>So many locals that the object is moved to a low register for instance-of.</summary>
    private static CodeSample InstanceOfInLargeFrame()
    {
        var code = new List<JvmInstruction>();
        for (var i = 1; i < 20; i++)
            code.AddRange([I(JvmOpcode.Aload), I(JvmOpcode.Astore, i)]);
        code.AddRange([I(JvmOpcode.Iload, 20), I(JvmOpcode.Ifne, code.Count + 7)]);
        code.AddRange([I(JvmOpcode.Aload, 19), I(JvmOpcode.Instanceof, "java/lang/String"), I(JvmOpcode.Ifeq, code.Count + 3)]);
        code.AddRange([I(JvmOpcode.Aload, 1), I(JvmOpcode.Areturn)]);
        for (var i = 1; i < 19; i++)
            code.AddRange([I(JvmOpcode.Aload, i), I(JvmOpcode.Aload, i), I(JvmOpcode.Invokestatic, new MemberReference("Sample", "use", "(Ljava/lang/Object;Ljava/lang/Object;)V"))]);
        code.AddRange([I(JvmOpcode.AconstNull), I(JvmOpcode.Areturn)]);
        var sample = Of("(Ljava/lang/Object;)Ljava/lang/Object;", 21, 2, [I(JvmOpcode.Ipush, 3), I(JvmOpcode.Istore, 20), .. code.Select(Shifted)]);
        return sample;
    }

    private static JvmInstruction Shifted(JvmInstruction instruction) =>
        instruction.Opcode is JvmOpcode.Ifne or JvmOpcode.Ifeq ? instruction with { Operand = instruction.Operand + 2 } : instruction;

    private static bool TestsWhatWasJustMoved(DexCode code)
    {
        var real = code.Instructions.FindAll(i => i.Opcode != DexOpcode.Label);
        return real.Zip(real.Skip(1)).Any(p => p.First.Opcode is DexOpcode.MoveObject or DexOpcode.MoveObjectFrom16 && p.Second.Opcode == DexOpcode.InstanceOf && p.First.A == p.Second.B);
    }

    [Fact]
    public void Instance_of_does_not_follow_the_move_of_its_object_below_29()
    {
        Assert.False(TestsWhatWasJustMoved(InstanceOfInLargeFrame().Translate(28)));
        Assert.True(TestsWhatWasJustMoved(InstanceOfInLargeFrame().Translate(29)));
    }

    [Fact]
    public void A_cast_stays_even_where_it_repeats_the_type()
    {
        const string array = "[Ljava/lang/Runnable;";
        var code = Of($"({array}){array}", 1, 1, I(JvmOpcode.Aload), I(JvmOpcode.Checkcast, array), I(JvmOpcode.Areturn));
        Assert.Contains(DexOpcode.CheckCast, code.Opcodes(36));
    }

    /// <summary>Debuggers of ART before Android 10 read the receiver from its register to the end of the method.</summary>
    [Fact]
    public void The_register_of_the_receiver_is_not_written()
    {
        var call = I(JvmOpcode.Invokevirtual, new MemberReference("Sample", "other", "()LSample;"));
        var code = Of(0, "()LSample;", 2, 1, I(JvmOpcode.Aload), call, I(JvmOpcode.Astore, 1), I(JvmOpcode.Aload, 1), call, I(JvmOpcode.Areturn)).Translate();
        Assert.DoesNotContain(code.Instructions, i => i.Opcode == DexOpcode.MoveResultObject && i.A == code.Registers - 1);
    }

    private static CodeSample CloneInInterface(int access)
    {
        var sample = Of("([I)Ljava/lang/Object;", 1, 1, I(JvmOpcode.Aload), I(JvmOpcode.Invokevirtual, new MemberReference("[I", "clone", "()Ljava/lang/Object;")), I(JvmOpcode.Areturn));
        sample.Owner.Access = access;
        return sample;
    }

    private static bool CallsClone(DexCode code) => code.Instructions.Exists(i => i.Reference is DexMethodReference { Name: "clone" });

    [Fact]
    public void An_array_is_not_cloned_by_clone_in_an_interface_below_36()
    {
        const int interfaceAccess = 0x601;
        Assert.False(CallsClone(CloneInInterface(interfaceAccess).Translate(35)));
        Assert.True(CallsClone(CloneInInterface(interfaceAccess).Translate(36)));
        Assert.True(CallsClone(CloneInInterface(0x21).Translate(24)));
    }
}
