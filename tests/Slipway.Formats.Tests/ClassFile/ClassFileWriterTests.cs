using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Tests.ClassFile;

public sealed class ClassFileWriterTests
{
    private const int PublicInterface = 0x0601;

    [Fact]
    public void What_is_written_reads_back()
    {
        var read = ClassFileReader.Read(ClassFileWriter.Write(Sample()));
        Assert.Equal(("p/Outer$Sample", "java/lang/Number", 52), (read.Name, read.SuperName, read.MajorVersion));
        Assert.Equal("<T:Ljava/lang/Object;>Ljava/lang/Number;", read.Signature);
        Assert.Equal("Sample.java", read.SourceFile);
        Assert.True(read.IsDeprecated);
        Assert.Equal(Sample().InnerClasses, read.InnerClasses);
        Assert.Equal(Sample().Fields.Select(f => (f.Name, f.Descriptor, f.Access, f.ConstantValue)), read.Fields.Select(f => (f.Name, f.Descriptor, f.Access, f.ConstantValue)));
        Assert.Equal(["java/io/IOException", "java/lang/Error"], read.Methods[0].Exceptions);
        Assert.Null(read.Methods[0].Code);
        Assert.Equal("()TT;", read.Methods[0].Signature);
        var annotation = Assert.Single(read.Annotations);
        Assert.Equal(["Lp/Mark;", "true", "n", "e", "c", "a", "m"], [annotation.Type, annotation.IsRuntimeVisible ? "true" : "false", .. annotation.Elements.Select(e => e.Key)]);
        Assert.Equal(new ElementValue.EnumConstant("Lp/Kind;", "ONE"), annotation.Elements[1].Value);
    }

    [Fact]
    public void Javap_reads_every_constant_as_it_was_meant()
    {
        var output = Javap(ClassFileWriter.Write(Sample()));
        foreach (var expected in new[]
        {
            "ConstantValue: int -5", "ConstantValue: long 9223372036854775807l", "ConstantValue: float NaNf", "ConstantValue: double -0.0d",
            "ConstantValue: String \u00e4\u20ac", "Deprecated: true", "throws java.io.IOException, java.lang.Error", "Sample=class p/Outer$Sample of class p/Outer",
        })
        {
            Assert.Contains(expected, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Javap_refuses_a_class_with_a_broken_constant_pool()
    {
        var bytes = ClassFileWriter.Write(Sample());
        bytes[10] = 99; // tag of the first constant
        Assert.Contains("rror", Javap(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\0", new byte[] { 0xC0, 0x80 })]
    [InlineData("a\u00e4\u20ac", new byte[] { 0x61, 0xC3, 0xA4, 0xE2, 0x82, 0xAC })]
    [InlineData("\U0001F600", new byte[] { 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80 })]
    public void Strings_are_written_in_modified_utf8(string text, byte[] expected) => Assert.Equal(expected, ModifiedUtf8Encoder.Encode(text));

    [Fact]
    public void Half_a_surrogate_pair_is_written_as_it_is() => Assert.Equal([0xED, 0xA0, 0x80], ModifiedUtf8Encoder.Encode(new string('\uD800', 1)));

    [Fact]
    public void The_virtual_machine_loads_a_written_interface()
    {
        var folder = Directory.CreateTempSubdirectory("slipway-");
        var type = new JavaClass { Name = "Probe", Access = PublicInterface, SuperName = "java/lang/Object" };
        type.Methods.Add(new JavaMethod { Name = "size", Descriptor = "()I", Access = 0x0401 });
        File.WriteAllBytes(Path.Combine(folder.FullName, "Probe.class"), ClassFileWriter.Write(type));
        File.WriteAllText(Path.Combine(folder.FullName, "Main.java"), "class Main { public static void main(String[] a) { Probe p = () -> 42; System.out.println(p.size()); } }");
        Assert.Contains("42", Run("java", "-Xverify:all", "-cp", folder.FullName, Path.Combine(folder.FullName, "Main.java")), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Code_is_refused()
    {
        var type = Sample();
        type.Methods[0].Code = new MethodCode();
        Assert.Throws<ArgumentException>(() => ClassFileWriter.Write(type));
    }

    private static JavaClass Sample()
    {
        var type = new JavaClass
        {
            Name = "p/Outer$Sample",
            Access = 0x0421,
            SuperName = "java/lang/Number",
            SourceFile = "Sample.java",
            IsDeprecated = true,
            Signature = "<T:Ljava/lang/Object;>Ljava/lang/Number;",
        };
        type.InnerClasses.Add(new("p/Outer$Sample", "p/Outer", "Sample", 0x0409));
        foreach (var (name, descriptor, value) in new (string, string, object)[]
        {
            ("I", "I", -5), ("J", "J", long.MaxValue), ("F", "F", BitConverter.Int32BitsToSingle(0x7FC00000)), ("Z", "D", 0.0), ("D", "D", -0.0), ("S", "Ljava/lang/String;", "\u00e4\u20ac"),
        })
        {
            type.Fields.Add(new JavaField { Name = name, Descriptor = descriptor, Access = 0x0019, ConstantValue = value });
        }

        var method = new JavaMethod { Name = "get", Descriptor = "()Ljava/lang/Object;", Access = 0x0401, Signature = "()TT;" };
        method.Exceptions.AddRange(["java/io/IOException", "java/lang/Error"]);
        type.Methods.Add(method);
        type.Annotations.Add(new AnnotationUsage("Lp/Mark;", true,
        [
            new("n", new ElementValue.Constant('I', 7)), new("e", new ElementValue.EnumConstant("Lp/Kind;", "ONE")), new("c", new ElementValue.ClassLiteral("[I")),
            new("a", new ElementValue.Array([new ElementValue.Constant('s', "x"), new ElementValue.Constant('Z', 1)])),
            new("m", new ElementValue.Nested(new AnnotationUsage("Lp/Other;", true, []))),
        ]));
        return type;
    }

    private static string Javap(byte[] classFile)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("slipway-").FullName, "Sample.class");
        File.WriteAllBytes(file, classFile);
        var output = Run("javap", "-J-Dfile.encoding=UTF-8", "-J-Dstdout.encoding=UTF-8", "-v", "-p", file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return output;
    }

    private static string Run(string tool, params string[] arguments) => ExternalTool.Run(tool, arguments).All;
}
