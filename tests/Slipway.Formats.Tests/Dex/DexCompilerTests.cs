using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Formats.Tests.Dex.Desugaring;

namespace Slipway.Formats.Tests.Dex;

public sealed class DexCompilerTests
{
    private static readonly DexOptions Level24 = new(24);

    [Fact]
    public void The_order_of_the_classes_does_not_matter()
    {
        var classes = DesugarPrograms.Classes(17);

        var one = DexCompiler.Compile(classes, Level24);
        var other = DexCompiler.Compile([.. classes.Reverse()], Level24);

        Assert.True(one.Succeeded);
        Assert.NotEmpty(one.DexFiles);
        Assert.Equal(one.DexFiles, other.DexFiles);
    }

    [Fact]
    public void A_list_that_is_consumed_is_emptied_and_compiled_the_same()
    {
        List<JavaClass> classes = [.. DesugarPrograms.Classes(17)];
        var kept = DexCompiler.Compile(classes, Level24);
        Assert.NotEmpty(classes);

        var consumed = DexCompiler.Consume(classes, Level24);

        Assert.Empty(classes);
        Assert.Equal(kept.DexFiles, consumed.DexFiles);
    }

    [Fact]
    public void A_class_that_is_there_twice_is_refused() => AssertRefused(DexDiagnosticKind.DuplicateClass, "p/A", Plain("p/A"), Plain("p/A"), Plain("p/B"));

    [Fact]
    public void A_class_of_the_platform_is_refused_unless_it_is_asked_for()
    {
        AssertRefused(DexDiagnosticKind.PlatformClass, "java/util/Mine", Plain("java/util/Mine"));
        Assert.True(DexCompiler.Compile([Plain("java/util/Mine")], Level24 with { AllowPlatformClasses = true }).Succeeded);
    }

    [Fact]
    public void A_class_file_of_a_later_java_is_refused()
    {
        var later = Plain("p/Later");
        later.MajorVersion = 65;
        AssertRefused(DexDiagnosticKind.UnsupportedVersion, "p/Later", later);
    }

    [Fact]
    public void A_descriptor_that_is_none_is_reported_with_its_method()
    {
        var broken = Plain("p/Broken");
        broken.Methods.Add(new JavaMethod { Access = 0x400, Name = "run", Descriptor = "(L" });
        AssertRefused(DexDiagnosticKind.MalformedCode, "p/Broken.run(L", broken);
    }

    [Fact]
    public void A_descriptor_of_a_module_is_left_out()
    {
        var output = DexCompiler.Compile([Plain("p/A"), new JavaClass { Name = "module-info", Access = 0x8000 }], Level24);

        Assert.True(output.Succeeded);
        Assert.Equal(1, output.ClassCount);
    }

    private static JavaClass Plain(string name) => new() { Name = name, SuperName = "java/lang/Object", Access = 0x21 };

    private static void AssertRefused(DexDiagnosticKind kind, string where, params JavaClass[] classes)
    {
        var output = DexCompiler.Compile(classes, Level24);

        Assert.False(output.Succeeded);
        Assert.Empty(output.DexFiles);
        var diagnostic = Assert.Single(output.Diagnostics);
        Assert.Equal((kind, where), (diagnostic.Kind, diagnostic.Where));
    }
}
