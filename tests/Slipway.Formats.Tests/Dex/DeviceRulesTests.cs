using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Desugaring;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex;

/// <summary>Class files that a JVM takes and a device takes only in another shape, or not at all.</summary>
public sealed class DeviceRulesTests : IDisposable
{
    private const int AccPublic = 0x1;
    private const int AccPublicStatic = 0x9;
    private const int AccSynchronized = 0x20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-rules");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("a+b")]
    [InlineData("tick'")]
    [InlineData("a b")]
    [InlineData("x\u2029")]
    [InlineData("half\ud800")]
    public void A_method_with_a_name_that_devices_refuse_is_named(string name)
    {
        var type = Plain("p/Names");
        type.Methods.Add(Static(name, "()V", new CodeBuilder(0).Return("V")));

        AssertRefused(DexDiagnosticKind.InvalidName, $"p/Names.{name}()V", 24, type);
    }

    [Fact]
    public void Names_of_classes_and_fields_and_of_what_is_called_are_checked()
    {
        AssertRefused(DexDiagnosticKind.InvalidName, "p/a+b", 34, Plain("p/a+b"));
        AssertRefused(DexDiagnosticKind.InvalidName, "p//b", 34, Plain("p//b"));
        var holder = Plain("p/Holder");
        holder.Fields.Add(new() { Access = AccPublic, Name = "x,y", Descriptor = "I" });
        AssertRefused(DexDiagnosticKind.InvalidName, "p/Holder.x,y", 34, holder);
        var caller = Plain("p/Caller");
        caller.Methods.Add(Static("run", "()V", new CodeBuilder(0).InvokeStatic("q/Other", "c+d", "()V").Return("V")));
        AssertRefused(DexDiagnosticKind.InvalidName, "p/Caller", 34, caller);
    }

    [Fact]
    public void Names_in_every_script_are_taken_and_spaces_from_level_30()
    {
        var type = Plain("p/Größe-名$_1");
        type.Methods.Add(Static("\U0001F600", "()V", new CodeBuilder(0).Return("V")));
        RoundTrip.Compile([type], new DexOptions(24));

        var spaced = Plain("p/Spaced");
        spaced.Methods.Add(Static("opens the app", "()V", new CodeBuilder(0).Return("V")));
        AssertRefused(DexDiagnosticKind.InvalidName, "p/Spaced.opens the app()V", 29, spaced);
        RoundTrip.Compile([spaced], new DexOptions(30));
    }

    [Fact]
    public void A_static_final_field_that_a_constructor_writes_is_not_final_on_a_device()
    {
        var type = Plain("Late");
        type.MajorVersion = 50;
        type.Fields.Add(new() { Access = 0x19, Name = "MODULE", Descriptor = "LLate;" });
        type.Fields.Add(new() { Access = 0x19, Name = "KEPT", Descriptor = "I" });
        type.Methods.Add(new()
        {
            Access = 2,
            Name = "<init>",
            Descriptor = "()V",
            Code = new CodeBuilder(1).ALoad(0).InvokeSpecial("java/lang/Object", "<init>", "()V").ALoad(0).PutStatic(new("Late", "MODULE", "LLate;")).Return("V").Build(),
        });
        type.Methods.Add(new()
        {
            Access = 8,
            Name = "<clinit>",
            Descriptor = "()V",
            Code = new CodeBuilder(0).Int(7).PutStatic(new("Late", "KEPT", "I")).New("Late").InvokeSpecial("Late", "<init>", "()V").Return("V").Build(),
        });
        type.Methods.Add(Program(code => code.GetStatic(new("Late", "MODULE", "LLate;")).InvokeVirtual("java/lang/Object", "getClass", "()Ljava/lang/Class;")));

        AssertPrints("class Late", 24, type);
        var fields = Assert.Single(RoundTrip.Compile([type], new DexOptions(24)).SelectMany(f => DexReader.Read(f).Classes)).Fields;
        Assert.Equal([("KEPT", true), ("MODULE", false)], fields.Select(f => (f.Reference.Name, (f.Access & 0x10) != 0)).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(AccSynchronized)]
    public void A_call_of_an_own_method_without_regard_to_overriding_stays_one(int access)
    {
        var top = Plain("Top");
        top.Methods.Add(Constructor("java/lang/Object"));
        top.Methods.Add(new() { Access = AccPublic | access, Name = "name", Descriptor = "(I)Ljava/lang/String;", Code = new CodeBuilder(2).Constant("top").Return(JvmType.Text).Build() });
        top.Methods.Add(new()
        {
            Access = AccPublic,
            Name = "mine",
            Descriptor = "()Ljava/lang/String;",
            Code = new CodeBuilder(1).ALoad(0).Int(1).InvokeSpecial("Top", "name", "(I)Ljava/lang/String;").Return(JvmType.Text).Build(),
        });
        var below = Plain("Below");
        below.SuperName = "Top";
        below.Methods.Add(Constructor("Top"));
        below.Methods.Add(new() { Access = AccPublic, Name = "name", Descriptor = "(I)Ljava/lang/String;", Code = new CodeBuilder(2).Constant("below").Return(JvmType.Text).Build() });
        below.Methods.Add(Program(code => code.New("Below").Op(JvmOpcode.Dup).InvokeSpecial("Below", "<init>", "()V").InvokeVirtual("Top", "mine", "()Ljava/lang/String;")));

        AssertPrints("top", 24, top, below);
    }

    [Fact]
    public void A_default_method_of_the_own_interface_is_called_without_regard_to_overriding()
    {
        var sources = Write("Greeter", "interface Greeter { default String greet() { return \"hello\"; } static String plain(Greeter g) { return g.greet(); } }")
            .Concat(Write("Program", "public class Program implements Greeter { public String greet() { return \"bye\"; } public static void main(String[] a) { System.out.println(Greeter.plain(new Program())); } }"));
        var classes = Compile(sources, "8");
        var code = classes.Single(c => c.Name == "Greeter").Methods.Single(m => m.Name == "plain").Code!;
        var call = code.Instructions.FindIndex(i => i.Opcode == JvmOpcode.Invokeinterface);
        code.Instructions[call] = code.Instructions[call] with { Opcode = JvmOpcode.Invokespecial };

        Assert.Equal("hello\n", RunFromDex("Program", 24, classes));
    }

    [Fact]
    public void Lambdas_and_concatenations_in_an_interface_run_below_level_24()
    {
        var classes = Compile(
            Write("Program", """
                import java.util.*;
                interface Names {
                    List<String> ALL = new ArrayList<>(Arrays.asList("b", "a", "c"));
                    Comparator<String> DOWN = (x, y) -> y.compareTo(x);
                    String SHOWN = "all " + ALL + ALL.size();
                    Runnable TWICE = () -> { Runnable inner = () -> System.out.println("inner " + ALL.get(0)); inner.run(); inner.run(); };
                }
                public class Program {
                    public static void main(String[] args) {
                        Names.ALL.sort(Names.DOWN);
                        System.out.println(Names.ALL + Names.SHOWN);
                        Names.TWICE.run();
                    }
                }
                """),
            "11");

        Assert.Equal("[c, b, a]all [b, a, c]3\ninner c\ninner c\n", RunFromDex("Program", 21, classes));
        var names = RoundTrip.Compile(classes, new DexOptions(21)).SelectMany(f => DexReader.Read(f).Classes).Single(c => c.Type == "LNames;");
        Assert.Equal(["<clinit>"], names.Methods.Select(m => m.Reference.Name));
    }

    [Fact]
    public void A_subroutine_and_a_computed_constant_are_told_apart_from_malformed_code()
    {
        var old = Plain("p/Old");
        var code = new MethodCode { MaxStack = 1, MaxLocals = 1 };
        code.Instructions.AddRange([new(JvmOpcode.Jsr, 2), new(JvmOpcode.Return), new(JvmOpcode.Astore, 0), new(JvmOpcode.Ret, 0)]);
        old.Methods.Add(new() { Access = AccPublicStatic, Name = "run", Descriptor = "()V", Code = code });
        AssertRefused(DexDiagnosticKind.Subroutine, "p/Old.run()V", 24, old);

        var computed = Plain("p/Computed");
        var bootstrap = new MethodHandleConstant(MethodHandleKind.InvokeStatic, new("java/lang/invoke/ConstantBootstraps", "nullConstant", "()Ljava/lang/Object;"));
        computed.Methods.Add(Static("run", "()Ljava/lang/Object;", new CodeBuilder(0).Constant(new DynamicConstant("x", "Ljava/lang/Object;", bootstrap, [])).Return(JvmType.Object)));
        AssertRefused(DexDiagnosticKind.ComputedConstant, "p/Computed.run()Ljava/lang/Object;", 24, computed);
    }

    [Fact]
    public void Accessors_of_methods_that_differ_in_kind_or_owner_are_not_shared()
    {
        var sources = Write("a/b/Base", "package a.b; public class Base { protected String f(q.Program p) { return \"virtual\"; } protected static String s(q.Program p) { return \"static\"; } }")
            .Concat(Write("q/Program", """
                package q;
                import java.util.function.*;
                public class Program extends a.b.Base {
                    protected String f(Program p) { return "own"; }
                    String $$access$hidden(String x) { return "taken " + x; }
                    static String $$access$hidden(Program p, String x) { return "static " + x; }
                    class Inner { String go() { return hidden("inner"); } }
                    private String hidden(String x) { return "hidden " + x; }
                    public static void main(String[] args) {
                        Program p = new Program();
                        Function<Program, String> up = p.up(), own = p::f, st = Program::s;
                        System.out.println(up.apply(p) + own.apply(p) + st.apply(p) + p.new Inner().go() + p.$$access$hidden("x") + $$access$hidden(p, "y"));
                    }
                    Function<Program, String> up() { return super::f; }
                }
                """));
        var classes = Compile(sources, "11");
        var expected = RoundTrip.RunJava(ClassFolder, "q.Program");

        Assert.StartsWith("virtualownstatichidden inner", expected, StringComparison.Ordinal);
        Assert.Equal(expected, RunFromDex("q.Program", 24, classes));
    }

    private string ClassFolder => Path.Combine(_folder.FullName, "classes");

    private static JavaClass Plain(string name) => new() { Name = name, SuperName = "java/lang/Object", Access = 0x21 };

    private static JavaMethod Static(string name, string descriptor, CodeBuilder code) =>
        new() { Access = AccPublicStatic, Name = name, Descriptor = descriptor, Code = code.Build() };

    private static JavaMethod Constructor(string super) =>
        new() { Access = AccPublic, Name = "<init>", Descriptor = "()V", Code = new CodeBuilder(1).ALoad(0).InvokeSpecial(super, "<init>", "()V").Return("V").Build() };

    private static JavaMethod Program(Action<CodeBuilder> push)
    {
        var code = new CodeBuilder(1).GetStatic(new("java/lang/System", "out", "Ljava/io/PrintStream;"));
        push(code);
        return Static("main", "([Ljava/lang/String;)V", code.InvokeVirtual("java/io/PrintStream", "println", "(Ljava/lang/Object;)V").Return("V"));
    }

    private static void AssertRefused(DexDiagnosticKind kind, string where, int minSdk, JavaClass type)
    {
        var output = DexCompiler.Compile([type], new DexOptions(minSdk));

        Assert.Empty(output.DexFiles);
        var diagnostic = Assert.Single(output.Diagnostics);
        Assert.Equal((kind, where), (diagnostic.Kind, diagnostic.Where));
    }

    private void AssertPrints(string printed, int minSdk, params JavaClass[] classes)
    {
        Assert.Equal($"{printed}\n", RunFromDex(classes[^1].Name, minSdk, classes));
    }

    private string RunFromDex(string main, int minSdk, IReadOnlyList<JavaClass> classes)
    {
        var jar = Path.Combine(_folder.FullName, $"{main}.jar");
        RoundTrip.DexToJar(RoundTrip.Compile(classes, new DexOptions(minSdk)), jar);
        InterfaceUpgrade.Run(jar, $"{jar}.up.jar");
        return RoundTrip.RunJava($"{jar}.up.jar", main);
    }

    private string[] Write(string name, string source)
    {
        var file = Path.Combine(_folder.FullName, "src", $"{name}.java");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, source);
        return [file];
    }

    private IReadOnlyList<JavaClass> Compile(IEnumerable<string> sources, string release)
    {
        Directory.CreateDirectory(ClassFolder);
        RoundTrip.Javac(ClassFolder, sources, "--release", release, "-Xlint:-options");
        return RoundTrip.ReadClasses(ClassFolder);
    }
}
