using CsCheck;
using Slipway.Build.Shell;
using Slipway.Build.Shell.Signatures;
using Slipway.Formats;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Tests.Shell.Signatures;

public class ApiTextReaderTests
{
    private const string Sample = """
        // Signature format: 2.0
        package p {

          @Deprecated public abstract class Box<T extends java.lang.Number & java.lang.Comparable<? super T>> extends p.Base<T> implements java.util.List<T> java.io.Closeable {
            ctor protected Box(int, @IntRange(from=0, to=10) long...) throws java.io.IOException, E;
            method @RequiresPermission(anyOf={"a(b", "c"}) @Nullable public static <A, B extends A> java.util.Map<A[],? extends B> map(A, T, byte[][]);
            method public abstract p.Box.Part part(String);
            field public static final int NUMBER = -5; // 0xfffffffb
            field public static final long BIG = 9223372036854775807L; // 0x7fffffffffffffffL
            field public static final String TEXT = "a;\n\u00e4\"}";
            field public static final char LETTER = 97; // 0x0061 'a'
            field public static final boolean YES = true;
            field public static final float NAN = (0.0f/0.0f);
            field public static final double LEAST = (-1.0/0.0);
            field protected transient volatile java.util.Map.Entry<java.lang.String,T> entry;
          }

          public class Box.Part {
            ctor public Box.Part(int);
            method public T get();
          }

          public enum Kind {
            enum_constant public static final p.Kind ONE;
          }

          @since 33 public interface Call extends java.lang.Runnable {
            method @since 34 public void call();
            method public default void again();
            method public static p.Call of();
          }

          @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @java.lang.annotation.Target({java.lang.annotation.ElementType.METHOD, java.lang.annotation.ElementType.TYPE}) public @interface Mark {
            method public abstract String value() default "x";
            method public abstract int[] list() default {1, 2};
            method public abstract p.Kind kind() default p.Kind.ONE;
          }

        }
        """;

    private static readonly string[] Fragments = ["{", "}", "<", ">", "(", ")", "\"", "@", ";", "default", "=", "...", "", " "];

    private static readonly Dictionary<string, JavaClass> Stubs = Build(Sample);

    [Fact]
    public void A_class_has_its_supertypes_and_generic_signature()
    {
        var box = Stubs["p/Box"];
        Assert.Equal("p/Base", box.SuperName);
        Assert.Equal(["java/util/List", "java/io/Closeable"], box.Interfaces);
        Assert.Equal("<T:Ljava/lang/Number;:Ljava/lang/Comparable<-TT;>;>Lp/Base<TT;>;Ljava/util/List<TT;>;Ljava/io/Closeable;", box.Signature);
        Assert.True(box.IsDeprecated);
        Assert.Equal(0x0421, box.Access);
    }

    [Fact]
    public void A_constructor_has_varargs_and_exceptions()
    {
        var constructor = Stubs["p/Box"].Methods[0];
        Assert.Equal(("<init>", "(I[J)V", 0x0084), (constructor.Name, constructor.Descriptor, constructor.Access));
        Assert.Equal(["java/io/IOException", "java/lang/E"], constructor.Exceptions);
    }

    [Fact]
    public void Type_variables_erase_to_their_first_bound()
    {
        var method = Stubs["p/Box"].Methods[1];
        Assert.Equal("(Ljava/lang/Object;Ljava/lang/Number;[[B)Ljava/util/Map;", method.Descriptor);
        Assert.Equal("<A:Ljava/lang/Object;B:TA;>(TA;TT;[[B)Ljava/util/Map<[TA;+TB;>;", method.Signature);
    }

    [Fact]
    public void Constants_have_their_values()
    {
        var values = Stubs["p/Box"].Fields.ToDictionary(f => f.Name, f => f.ConstantValue);
        Assert.Equal(-5, values["NUMBER"]);
        Assert.Equal(long.MaxValue, values["BIG"]);
        Assert.Equal("a;\nä\"}", values["TEXT"]);
        Assert.Equal(97, values["LETTER"]);
        Assert.Equal(1, values["YES"]);
        Assert.Equal(0x7FC00000, BitConverter.SingleToInt32Bits((float)values["NAN"]!));
        Assert.Equal(double.NegativeInfinity, values["LEAST"]);
        Assert.Null(values["entry"]);
    }

    [Fact]
    public void An_inner_class_takes_its_outer_instance_and_knows_the_outer_type_variables()
    {
        var part = Stubs["p/Box$Part"];
        Assert.Equal("(Lp/Box;I)V", part.Methods[0].Descriptor);
        Assert.Equal("()Ljava/lang/Number;", part.Methods[1].Descriptor);
        Assert.Contains(new InnerClassEntry("p/Box$Part", "p/Box", "Part", 1), part.InnerClasses);
        Assert.Contains(part.InnerClasses[0], Stubs["p/Box"].InnerClasses);
    }

    [Fact]
    public void An_enum_has_what_every_enum_has()
    {
        var kind = Stubs["p/Kind"];
        Assert.Equal(("java/lang/Enum", "Ljava/lang/Enum<Lp/Kind;>;", 0x4031), (kind.SuperName, kind.Signature, kind.Access));
        Assert.Equal(0x4019, kind.Fields[0].Access);
        Assert.Equal(["values", "valueOf"], kind.Methods.Select(m => m.Name));
    }

    [Fact]
    public void Methods_of_interfaces_are_abstract_unless_default_or_static() =>
        Assert.Equal([0x0401, 0x0001, 0x0009], Stubs["p/Call"].Methods.Select(m => m.Access));

    [Fact]
    public void Levels_are_read_from_our_marks()
    {
        var call = ApiTextReader.Read(Sample).Single(t => t.Name == "p/Call");
        Assert.Equal((33, 34, 1), (call.Since, call.Members[0].Since, call.Members[1].Since));
    }

    [Fact]
    public void An_annotation_keeps_retention_targets_and_defaults()
    {
        var mark = Stubs["p/Mark"];
        Assert.Equal(0x2601, mark.Access);
        Assert.Equal(["Ljava/lang/annotation/Retention;", "Ljava/lang/annotation/Target;"], mark.Annotations.Select(a => a.Type));
        Assert.Equal(new ElementValue.Constant('s', "x"), mark.Methods[0].AnnotationDefault);
        Assert.Equal([new ElementValue.Constant('I', 1), new ElementValue.Constant('I', 2)], ((ElementValue.Array)mark.Methods[1].AnnotationDefault!).Values);
        Assert.Equal(new ElementValue.EnumConstant("Lp/Kind;", "ONE"), mark.Methods[2].AnnotationDefault);
    }

    [Theory]
    [InlineData("package p {")]
    [InlineData("package p { public class A { method public void a() } }")]
    [InlineData("package p { public class A { field public static final int X = \"a\"; } }")]
    [InlineData("package p { public class A { field public static final String X = \"a; } }")]
    [InlineData("package p { public class A { what public int x; } }")]
    [InlineData("package p { public class A extends p.B p.C { } }")]
    [InlineData("package p { @X(( public class A { } }")]
    [InlineData("package p { public class A { method @since soon public void a(); } }")]
    public void Text_that_breaks_the_format_is_rejected(string text) => Assert.Throws<MalformedInputException>(() => ApiTextReader.Read(text));

    [Fact]
    public void Deep_nesting_is_rejected_instead_of_exhausting_the_stack()
    {
        var type = string.Concat(Enumerable.Repeat("java.util.List<", 100_000)) + "T" + new string('>', 100_000);
        Assert.Throws<MalformedInputException>(() => ApiTextReader.Read($"package p {{ public class A {{ field public {type} x; }} }}"));
    }

    [Fact]
    public void A_type_variable_that_bounds_itself_erases_to_object() =>
        Assert.Equal("()Ljava/lang/Object;", Build("package p { public class A { method public <T extends U, U extends T> T a(); } }")["p/A"].Methods[0].Descriptor);

    [Fact]
    public void Mutated_text_is_read_or_rejected_and_nothing_else() =>
        Gen.Select(Gen.Int[0, Sample.Length - 1], Gen.Int[0, Fragments.Length - 1], Gen.Int[0, 20])
            .Array[1, 4]
            .Sample(edits =>
            {
                var text = edits.Aggregate(Sample, (t, e) => t[..Math.Min(e.Item1, t.Length)] + Fragments[e.Item2] + t[Math.Min(e.Item1 + e.Item3, t.Length)..]);
                try
                {
                    Build(text);
                }
                catch (MalformedInputException)
                {
                    return;
                }
            }, iter: 5000);

    private static Dictionary<string, JavaClass> Build(string text)
    {
        var types = ApiTextReader.Read(text);
        var builder = new ApiStubBuilder(types);
        return types.DistinctBy(t => t.Name).ToDictionary(t => t.Name, builder.Build);
    }
}
