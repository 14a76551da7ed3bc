using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Generation;

namespace Slipway.Formats.Tests.Dex.Generation;

public sealed class ClassTranslatorTests
{
    private static readonly DexOptions Options = new(24);

    private static JavaClass Sample() => new() { Name = "pkg/Outer$Sample", SuperName = "java/lang/Object", Access = 0x21, SourceFile = "Outer.java" };

    private static DexAnnotation System(IEnumerable<DexAnnotation> annotations, string name)
    {
        var found = Assert.Single(annotations, a => a.Type == $"Ldalvik/annotation/{name};");
        Assert.Equal(DexVisibility.System, found.Visibility);
        return found;
    }

    private static DexValue Value(DexAnnotation annotation, string element = "value") => annotation.Elements.Single(e => e.Key == element).Value;

    private static string Joined(DexAnnotation signature) =>
        string.Concat(Assert.IsType<DexValue.Array>(Value(signature)).Values.Cast<DexValue.Text>().Select(t => t.Value));

    [Fact]
    public void Flags_lose_what_DEX_does_not_know()
    {
        var sample = Sample();
        sample.Interfaces.Add("java/lang/Runnable");
        var translated = ClassTranslator.Translate(sample, Options);
        Assert.Equal(0x1, translated.Access);
        Assert.Equal("Lpkg/Outer$Sample;", translated.Type);
        Assert.Equal("Ljava/lang/Object;", translated.Super);
        Assert.Equal("Ljava/lang/Runnable;", Assert.Single(translated.Interfaces));
        Assert.Equal("Outer.java", translated.SourceFile);
    }

    [Theory]
    [InlineData("run", 0x20, 0x20000)]
    [InlineData("run", 0x120, 0x20120)]
    [InlineData("<init>", 0x1, 0x10001)]
    [InlineData("<clinit>", 0x8, 0x10008)]
    [InlineData("run", 0x10c1, 0x10c1)]
    public void Flags_of_methods_follow_their_nature(string name, int access, int expected)
    {
        var sample = Sample();
        sample.Methods.Add(new JavaMethod { Name = name, Descriptor = "()V", Access = access });
        Assert.Equal(expected, Assert.Single(ClassTranslator.Translate(sample, Options).Methods).Access);
    }

    [Fact]
    public void Constants_of_static_fields_become_values()
    {
        var sample = Sample();
        void Add(string descriptor, object value) =>
            sample.Fields.Add(new JavaField { Name = $"f{sample.Fields.Count}", Descriptor = descriptor, Access = 0x19, ConstantValue = value });
        Add("Z", 1);
        Add("B", -1);
        Add("C", 65535);
        Add("J", long.MinValue);
        Add("F", 1f);
        Add("D", -0d);
        Add("Ljava/lang/String;", "text");
        var values = ClassTranslator.Translate(sample, Options).Fields.Select(f => f.StaticValue);
        Assert.Equal(
            [
                new DexValue.Primitive('Z', 1), new DexValue.Primitive('B', -1), new DexValue.Primitive('C', 65535), new DexValue.Primitive('J', long.MinValue),
                new DexValue.Primitive('F', 0x3f800000), new DexValue.Primitive('D', long.MinValue), new DexValue.Text("text"),
            ],
            values);
    }

    [Fact]
    public void A_constant_that_does_not_fit_its_field_is_refused()
    {
        var sample = Sample();
        sample.Fields.Add(new JavaField { Name = "f", Descriptor = "J", Access = 0x19, ConstantValue = "text" });
        Assert.Throws<MalformedInputException>(() => ClassTranslator.Translate(sample, Options));
    }

    [Fact]
    public void A_member_class_tells_its_outer_class_and_its_flags()
    {
        var sample = Sample();
        sample.InnerClasses.Add(new InnerClassEntry("pkg/Outer$Sample", "pkg/Outer", "Sample", 0xa));
        sample.InnerClasses.Add(new InnerClassEntry("pkg/Outer$Sample$In", "pkg/Outer$Sample", "In", 0x8));
        var annotations = ClassTranslator.Translate(sample, Options).Annotations;
        Assert.Equal(new DexValue.TypeLiteral("Lpkg/Outer;"), Value(System(annotations, "EnclosingClass")));
        var inner = System(annotations, "InnerClass");
        Assert.Equal(new DexValue.Primitive('I', 0xa), Value(inner, "accessFlags"));
        Assert.Equal(new DexValue.Text("Sample"), Value(inner, "name"));
        var members = Assert.IsType<DexValue.Array>(Value(System(annotations, "MemberClasses")));
        Assert.Equal(new DexValue.TypeLiteral("Lpkg/Outer$Sample$In;"), Assert.Single(members.Values));
    }

    [Fact]
    public void An_anonymous_class_tells_its_method_and_has_no_name()
    {
        var sample = Sample();
        sample.InnerClasses.Add(new InnerClassEntry("pkg/Outer$Sample", null, null, 0));
        sample.EnclosingMethod = new EnclosingMethodEntry("pkg/Outer", "make", "()V");
        var annotations = ClassTranslator.Translate(sample, Options).Annotations;
        Assert.Equal(new DexValue.Method(new DexMethodReference("Lpkg/Outer;", "make", "()V")), Value(System(annotations, "EnclosingMethod")));
        Assert.IsType<DexValue.Null>(Value(System(annotations, "InnerClass"), "name"));
        Assert.DoesNotContain(annotations, a => a.Type.Contains("EnclosingClass", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ljava/util/List<Ljava/lang/String;>;")]
    [InlineData("<T:Ljava/lang/Number;:Ljava/lang/Comparable<-TT;>;>Ljava/lang/Object;")]
    [InlineData("LOuter<TL;>.Inner<[LX;*>;")]
    [InlineData("(ITT;)V^TX;")]
    [InlineData("L")]
    public void A_signature_is_whole_when_its_pieces_are_joined(string signature)
    {
        var sample = Sample();
        sample.Signature = signature;
        Assert.Equal(signature, Joined(System(ClassTranslator.Translate(sample, Options).Annotations, "Signature")));
    }

    [Fact]
    public void Attributes_of_a_method_become_system_annotations()
    {
        var sample = Sample();
        var method = new JavaMethod { Name = "run", Descriptor = "(IJ)V", Access = 0x400, Signature = "(IJ)V" };
        method.Exceptions.Add("java/io/IOException");
        method.Parameters.Add(new MethodParameterEntry("a", 0x10));
        method.Parameters.Add(new MethodParameterEntry(null, 0x1000));
        sample.Methods.Add(method);
        var annotations = Assert.Single(ClassTranslator.Translate(sample, Options).Methods).Annotations;
        Assert.Equal(new DexValue.TypeLiteral("Ljava/io/IOException;"), Assert.IsType<DexValue.Array>(Value(System(annotations, "Throws"))).Values[0]);
        Assert.Equal("(IJ)V", Joined(System(annotations, "Signature")));
        var parameters = System(annotations, "MethodParameters");
        Assert.Equal([new DexValue.Text("a"), new DexValue.Null()], Assert.IsType<DexValue.Array>(Value(parameters, "names")).Values);
        Assert.Equal([new DexValue.Primitive('I', 0x10), new DexValue.Primitive('I', 0x1000)], Assert.IsType<DexValue.Array>(Value(parameters, "accessFlags")).Values);
    }

    [Fact]
    public void Annotations_keep_visibility_and_values()
    {
        var sample = Sample();
        sample.Annotations.Add(new AnnotationUsage("LInfo;", true, [KeyValuePair.Create<string, ElementValue>("kind", new ElementValue.EnumConstant("LKind;", "A"))]));
        sample.Annotations.Add(new AnnotationUsage("LHidden;", false, []));
        var annotations = ClassTranslator.Translate(sample, Options).Annotations;
        Assert.Equal([DexVisibility.Runtime, DexVisibility.Build], annotations.Select(a => a.Visibility));
        Assert.Equal(new DexValue.EnumConstant(new DexFieldReference("LKind;", "A", "LKind;")), Value(annotations[0], "kind"));
    }

    [Fact]
    public void Defaults_of_an_annotation_type_are_gathered_on_the_class()
    {
        var sample = Sample();
        sample.Access = 0x2600;
        sample.Methods.Add(new JavaMethod { Name = "level", Descriptor = "()I", Access = 0x401, AnnotationDefault = new ElementValue.Constant('I', 3) });
        var defaults = Assert.IsType<DexValue.Annotation>(Value(System(ClassTranslator.Translate(sample, Options).Annotations, "AnnotationDefault")));
        Assert.Equal("Lpkg/Outer$Sample;", defaults.AnnotationType);
        Assert.Equal(KeyValuePair.Create<string, DexValue>("level", new DexValue.Primitive('I', 3)), Assert.Single(defaults.Elements));
    }

    [Fact]
    public void Annotations_of_parameters_are_aligned_to_the_last_ones()
    {
        var sample = Sample();
        var method = new JavaMethod { Name = "<init>", Descriptor = "(Lpkg/Outer;I)V", Access = 0x1 };
        method.ParameterAnnotations.Add([new AnnotationUsage("LInfo;", true, [])]);
        sample.Methods.Add(method);
        var lists = Assert.Single(ClassTranslator.Translate(sample, Options).Methods).ParameterAnnotations;
        Assert.Equal([0, 1], lists.Select(l => l.Count));
    }

    [Fact]
    public void A_module_descriptor_is_refused()
    {
        var sample = Sample();
        sample.Access = 0x8000;
        Assert.Throws<UnsupportedCodeException>(() => ClassTranslator.Translate(sample, Options));
    }
}
