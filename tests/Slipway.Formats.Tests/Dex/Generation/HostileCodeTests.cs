using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Generation;
using Slipway.Formats.Dex.Verification;
using Slipway.Formats.Tests.Outsiders;
using static Slipway.Formats.Tests.Dex.Generation.CodeSample;

namespace Slipway.Formats.Tests.Dex.Generation;

public sealed class HostileCodeTests
{
    private static void AssertRefused(CodeSample sample, string reason)
    {
        var error = Assert.Throws<MalformedInputException>(() => sample.Translate());
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Sample.run", error.Entry, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_without_instructions_is_refused() => AssertRefused(Of("()V", 0, 0), "empty");

    [Fact]
    public void Falling_off_the_end_is_refused() => AssertRefused(Of("()V", 0, 0, I(JvmOpcode.Nop)), "falls off the end");

    [Fact]
    public void A_branch_out_of_the_code_is_refused() => AssertRefused(Of("()V", 0, 0, I(JvmOpcode.Goto, 7)), "leaves the code");

    [Fact]
    public void Popping_an_empty_stack_is_refused() => AssertRefused(Of("()V", 0, 1, I(JvmOpcode.Pop), I(JvmOpcode.Return)), "underflows (instruction 0)");

    [Fact]
    public void Pushing_onto_a_full_stack_is_refused() => AssertRefused(Of("()V", 0, 0, I(JvmOpcode.Ipush), I(JvmOpcode.Return)), "overflows");

    [Fact]
    public void A_local_that_does_not_exist_is_refused() => AssertRefused(Of("()V", 1, 1, I(JvmOpcode.Iload, 3), I(JvmOpcode.Pop), I(JvmOpcode.Return)), "local variable 3");

    [Fact]
    public void A_local_without_a_value_is_refused() => AssertRefused(Of("()V", 1, 1, I(JvmOpcode.Aload), I(JvmOpcode.Areturn)), "Reference was expected");

    [Fact]
    public void A_number_used_as_reference_is_refused() => AssertRefused(Of("(I)V", 1, 1, I(JvmOpcode.Iload), I(JvmOpcode.Athrow)), "Int");

    [Fact]
    public void A_long_torn_in_halves_is_refused() => AssertRefused(Of("(J)V", 2, 3, I(JvmOpcode.Lload), I(JvmOpcode.Dup), I(JvmOpcode.Return)), "split");

    [Fact]
    public void Paths_with_different_depths_are_refused() =>
        AssertRefused(Of("(I)V", 1, 2, I(JvmOpcode.Iload), I(JvmOpcode.Ifeq, 3), I(JvmOpcode.Ipush), I(JvmOpcode.Nop), I(JvmOpcode.Return)), "different depths");

    [Fact]
    public void A_wrong_return_is_refused() => AssertRefused(Of("()I", 0, 1, I(JvmOpcode.Return)), "does not return");

    [Fact]
    public void An_object_used_before_its_constructor_is_refused() =>
        AssertRefused(Of("()V", 0, 1, I(JvmOpcode.New, "java/lang/Object"), I(JvmOpcode.Invokevirtual, new MemberReference("java/lang/Object", "hashCode", "()I")), I(JvmOpcode.Return)), "Uninitialized");

    [Fact]
    public void An_array_of_the_wrong_type_is_refused() =>
        AssertRefused(Of("([F)I", 1, 2, I(JvmOpcode.Aload), I(JvmOpcode.Ipush), I(JvmOpcode.Iaload), I(JvmOpcode.Ireturn)), "not an array of the type");

    [Fact]
    public void A_handler_outside_the_code_is_refused() =>
        AssertRefused(Of("()V", 0, 1, I(JvmOpcode.Return)).Catch(0, 1, 5), "leaves the code");

    [Fact]
    public void A_broken_descriptor_of_a_call_is_refused() =>
        AssertRefused(Of("()V", 0, 1, I(JvmOpcode.Invokestatic, new MemberReference("A", "b", "(Q)V")), I(JvmOpcode.Return)), "not a method descriptor");

    [Theory]
    [InlineData("[")]
    [InlineData("[[")]
    [InlineData("[Q")]
    [InlineData("a;b")]
    public void A_name_that_names_no_class_is_refused(string name) =>
        AssertRefused(Of("()V", 0, 1, I(JvmOpcode.AconstNull), I(JvmOpcode.Checkcast, name), I(JvmOpcode.Pop), I(JvmOpcode.Return)), "not a name of a class");

    [Fact]
    public void An_array_of_more_dimensions_than_there_can_be_is_refused() =>
        AssertRefused(Of("(I)V", 1, 1, I(JvmOpcode.Iload), I(JvmOpcode.Anewarray, new string('[', 255) + "I"), I(JvmOpcode.Pop), I(JvmOpcode.Return)), "not a name of a class");

    [Fact]
    public void Subroutines_are_refused_as_unsupported() =>
        Assert.Throws<UnsupportedCodeException>(() => Of("()V", 0, 1, I(JvmOpcode.Jsr, 1), I(JvmOpcode.Return)).Translate());

    [Fact]
    public void A_call_site_computed_at_run_time_is_refused_as_unsupported() =>
        Assert.Throws<UnsupportedCodeException>(() => Of("()V", 0, 1, I(JvmOpcode.Invokedynamic), I(JvmOpcode.Return)).Translate());

    [Fact]
    public void Code_made_to_be_costly_is_refused_in_bounded_memory()
    {
        var code = new List<JvmInstruction>();
        for (var i = 0; i < 10000; i++)
            code.Add(I(JvmOpcode.Goto, i + 1));
        code.Add(I(JvmOpcode.Return));
        Assert.Throws<UnsupportedCodeException>(() => Of("()V", 65535, 65535, [.. code]).Translate());
    }

    /// <summary>Blocks in reverse order, so that what is live travels against the order of the code.</summary>
    [Fact]
    public void A_long_chain_of_blocks_in_reverse_order_is_translated()
    {
        const int blocks = 15000;
        var code = new List<JvmInstruction> { I(JvmOpcode.Goto, (2 * (blocks - 1)) + 1) };
        for (var i = 0; i < blocks; i++)
            code.AddRange([I(JvmOpcode.Iinc, 0, 1), i == 0 ? I(JvmOpcode.Return) : I(JvmOpcode.Goto, (2 * (i - 1)) + 1)]);
        Assert.NotEmpty(Of("(I)V", 1, 1, [.. code]).Translate().Instructions);
    }

    [Fact]
    public void A_long_chain_of_jumps_becomes_one()
    {
        var code = Enumerable.Range(1, 20000).Select(i => I(JvmOpcode.Goto, i)).Append(I(JvmOpcode.Return));
        Assert.True(Of("()V", 0, 0, [.. code]).Opcodes() is [DexOpcode.ReturnVoid] or [DexOpcode.Goto, DexOpcode.ReturnVoid]);
    }

    [Fact]
    public void Thousands_of_handlers_over_thousands_of_blocks_are_refused()
    {
        var sample = Of("()V", 1, 1, [.. Enumerable.Range(0, 20000).Select(i => I(JvmOpcode.Goto, i + 1)), I(JvmOpcode.Return)]);
        for (var i = 0; i < 8000; i++)
            sample.Catch(0, 20001, 0, $"E{i}");
        Assert.Throws<UnsupportedCodeException>(() => sample.Translate());
    }

    [Fact]
    public void A_constructor_that_calls_no_other_is_refused()
    {
        var sample = Of(0x1, "()V", 1, 1, I(JvmOpcode.Return));
        sample.Method.Name = "<init>";
        var error = Assert.Throws<MalformedInputException>(() => sample.Translate());
        Assert.Contains("before it has called another", error.Message, StringComparison.Ordinal);
    }

    /// <summary>What is accepted may still treat an object as one of another class, never a register as something that it does not hold.</summary>
    [Fact]
    public void Random_edits_of_real_code_are_translated_soundly_or_refused()
    {
        var classes = DebianJars.Classes("gson").Select(c => ClassFileReader.Read(c.Value, c.Key)).ToList();
        var methods = classes.SelectMany(c => c.Methods.Where(m => m.Code is not null).Select(m => (c, m))).ToList();
        var random = new Random(20261123);
        var refused = 0;
        for (var i = 0; i < 4000; i++)
        {
            var (owner, method) = methods[random.Next(methods.Count)];
            var edited = new JavaMethod { Name = method.Name, Descriptor = method.Descriptor, Access = method.Access, Code = Edit(method.Code!, random) };
            try
            {
                AssertSound(owner, edited, MethodTranslator.Translate(owner, edited, new DexOptions(24)));
            }
            catch (Exception e) when (e is MalformedInputException or UnsupportedCodeException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 1000, 3900);
    }

    private static void AssertSound(JavaClass owner, JavaMethod method, DexCode code)
    {
        var type = $"L{owner.Name};";
        var file = new DexFile();
        var translated = new DexClass { Type = type, Access = 1, Super = owner.SuperName is null ? null : $"L{owner.SuperName};" };
        translated.Methods.Add(new DexMethod { Reference = new DexMethodReference(type, method.Name, method.Descriptor), Access = method.Access, Code = code });
        file.Classes.Add(translated);
        Assert.DoesNotContain(DexVerifier.Verify(file), f => f.Text.Contains("nothing usable", StringComparison.Ordinal) || f.Text.Contains("half", StringComparison.Ordinal));
    }

    private static MethodCode Edit(MethodCode code, Random random)
    {
        var edited = new MethodCode { MaxLocals = code.MaxLocals, MaxStack = code.MaxStack + random.Next(2) };
        edited.Instructions.AddRange(code.Instructions);
        edited.Handlers.AddRange(code.Handlers);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(edited.Instructions.Count);
            var old = edited.Instructions[at];
            edited.Instructions[at] = random.Next(4) switch
            {
                0 => old with { Opcode = (JvmOpcode)random.Next(210) },
                1 => old with { Operand = random.Next(-3, edited.Instructions.Count + 3) },
                2 => edited.Instructions[random.Next(edited.Instructions.Count)],
                _ => old with { Symbol = edited.Instructions[random.Next(edited.Instructions.Count)].Symbol },
            };
        }
        return edited;
    }
}
