using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Desugaring;
using Slipway.Formats.Dex.Desugaring.Backports;
using Slipway.Formats.Dex.Verification;
using Slipway.Formats.Tests.Dex.Verification;

namespace Slipway.Formats.Tests.Dex.Desugaring;

public sealed class DesugarerTests
{
    private static readonly DexOptions Level24 = new(24);

    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(17)]
    public void No_call_site_is_left(int release)
    {
        var before = DesugarPrograms.Classes(release);
        var after = Desugarer.Apply(before, Level24);

        Assert.Contains(Symbols(before), s => s is InvokeDynamicReference);
        Assert.Empty(after.Diagnostics);
        Assert.DoesNotContain(Symbols(after.Classes), s => s is InvokeDynamicReference);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(17)]
    public void What_is_desugared_verifies(int release)
    {
        var findings = DexVerifier.Verify(CompiledCodeTests.Compile(DesugarPrograms.Classes(release)), CompiledCodeTests.Library);

        Assert.DoesNotContain(findings, f => f.Severity == DexSeverity.Error);
    }

    [Fact]
    public void The_input_is_left_as_it_is()
    {
        var classes = DesugarPrograms.Classes(17);
        var before = Describe(classes);

        Desugarer.Apply(classes, Level24);

        Assert.Equal(before, Describe(classes));
    }

    [Fact]
    public void Names_of_synthetic_classes_are_distinct_and_the_same_in_every_run()
    {
        var once = Desugarer.Apply(DesugarPrograms.Classes(17), Level24).Classes;
        var again = Desugarer.Apply(DesugarPrograms.Classes(17), Level24).Classes;

        Assert.Distinct(once.Select(c => c.Name));
        Assert.Equal(Describe(once), Describe(again));
        Assert.Contains(once, c => c.Name == "Lambdas$$Lambda$0" && (c.Access & 0x1000) != 0);
    }

    [Fact]
    public void A_taken_name_is_avoided()
    {
        var classes = new[] { HostWithLambda("Host"), new JavaClass { Name = "Host$$Lambda$0", SuperName = "java/lang/Object" } };

        var after = Desugarer.Apply(classes, Level24).Classes;

        Assert.Distinct(after.Select(c => c.Name));
        Assert.Equal(3, after.Length);
    }

    [Fact]
    public void Every_backport_is_called_by_the_program_that_tests_them()
    {
        var called = Symbols(DesugarPrograms.Classes(17)).OfType<MemberReference>()
            .Concat(Symbols(DesugarPrograms.Classes(17)).OfType<InvokeDynamicReference>().SelectMany(s => s.Arguments).OfType<MethodHandleConstant>().Select(h => h.Member))
            .Select(m => BackportTable.Instance.Find(m)).OfType<Backport>().ToHashSet();

        var missing = BackportTable.Instance.Entries
            .Where(e => e.Key.Owner != BackportTable.Internal && !called.Contains(e.Value))
            .Select(e => $"{e.Key.Owner}.{e.Key.Name}{e.Key.Descriptor}");

        Assert.Empty(missing);
    }

    [Fact]
    public void A_backport_is_used_only_below_the_level_that_has_the_method()
    {
        var call = new MemberReference("java/util/Objects", "requireNonNullElse", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
        var host = Method("Host", "run", new JvmInstruction(JvmOpcode.Invokestatic, Symbol: call));

        Assert.DoesNotContain(call, Symbols(Desugarer.Apply([host], new DexOptions(29)).Classes));
        Assert.Contains(call, Symbols(Desugarer.Apply([host], new DexOptions(30)).Classes));
    }

    [Fact]
    public void An_unknown_bootstrap_method_is_reported_with_the_method_that_uses_it()
    {
        var bootstrap = new MethodHandleConstant(MethodHandleKind.InvokeStatic, new("java/lang/runtime/SwitchBootstraps", "typeSwitch", "()V"));
        var host = Method("p/Host", "run", new JvmInstruction(JvmOpcode.Invokedynamic, Symbol: new InvokeDynamicReference("typeSwitch", "()V", bootstrap, [])));

        var diagnostic = Assert.Single(Desugarer.Apply([host], Level24).Diagnostics);

        Assert.Equal(DexDiagnosticKind.UnsupportedDynamic, diagnostic.Kind);
        Assert.Equal("p/Host.run()V", diagnostic.Where);
        Assert.Contains("SwitchBootstraps.typeSwitch", diagnostic.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_sites_with_senseless_arguments_are_reported()
    {
        object[][] lists = [[], [1, 2, 3], [new MethodTypeConstant("()V"), new MethodTypeConstant("()V"), new MethodTypeConstant("()V")]];
        foreach (var arguments in lists)
        {
            foreach (var (owner, name) in new[] { ("java/lang/invoke/LambdaMetafactory", "altMetafactory"), ("java/lang/invoke/StringConcatFactory", "makeConcatWithConstants"), ("java/lang/runtime/ObjectMethods", "bootstrap") })
            {
                var site = new InvokeDynamicReference("x", "()Ljava/lang/String;", new(MethodHandleKind.InvokeStatic, new(owner, name, "()V")), arguments);
                Assert.Single(Desugarer.Apply([Method("Host", "run", new JvmInstruction(JvmOpcode.Invokedynamic, Symbol: site))], Level24).Diagnostics);
            }
        }
    }

    [Fact]
    public void Code_in_an_interface_is_refused_below_level_24()
    {
        var face = Method("Face", "run", new JvmInstruction(JvmOpcode.Return));
        face.Access = 0x600;

        Assert.Equal(DexDiagnosticKind.InterfaceMethodBody, Assert.Single(Desugarer.Apply([face], new DexOptions(23)).Diagnostics).Kind);
        Assert.Empty(Desugarer.Apply([face], Level24).Diagnostics);
    }

    private static JavaClass HostWithLambda(string name)
    {
        var body = new MethodHandleConstant(MethodHandleKind.InvokeStatic, new("java/lang/System", "gc", "()V"));
        var site = new InvokeDynamicReference(
            "run", "()Ljava/lang/Runnable;", new(MethodHandleKind.InvokeStatic, new("java/lang/invoke/LambdaMetafactory", "metafactory", "()V")),
            [new MethodTypeConstant("()V"), body, new MethodTypeConstant("()V")]);
        return Method(name, "make", new JvmInstruction(JvmOpcode.Invokedynamic, Symbol: site));
    }

    private static JavaClass Method(string owner, string name, JvmInstruction instruction)
    {
        var code = new MethodCode { MaxStack = 2, MaxLocals = 2 };
        code.Instructions.Add(instruction);
        var result = new JavaClass { Name = owner, SuperName = "java/lang/Object" };
        result.Methods.Add(new JavaMethod { Access = 8, Name = name, Descriptor = "()V", Code = code });
        return result;
    }

    private static IEnumerable<object?> Symbols(IEnumerable<JavaClass> classes) =>
        classes.SelectMany(c => c.Methods).SelectMany(m => m.Code?.Instructions ?? []).Select(i => i.Symbol);

    private static string Describe(IEnumerable<JavaClass> classes) => string.Join('\n', classes.Select(c =>
        $"{c.Name} {c.Access} {c.SuperName}\n" + string.Join('\n', c.Fields.Select(f => $" {f.Access} {f.Name}")) + "\n"
        + string.Join('\n', c.Methods.Select(m => $" {m.Access} {m.Name}{m.Descriptor} {string.Join(' ', m.Code?.Instructions.Select(i => $"{i.Opcode},{i.Operand},{i.Symbol}") ?? [])}"))));
}
