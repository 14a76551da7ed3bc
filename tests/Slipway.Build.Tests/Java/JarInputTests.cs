using System.IO.Compression;
using System.Text;
using Slipway.Build.Java;
using Slipway.Formats.ClassFile;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Java;

/// <summary>Jars as the tools write them that put several into one.</summary>
public sealed class JarInputTests : IDisposable
{
    private const int Public = 0x0021;
    private const int PublicFinal = 0x0031;

    private readonly TemporaryApp _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_no_class_of_the_program_is_passed_over()
    {
        var jar = Jar("fat.jar",
            ("META-INF/MANIFEST.MF", Text("Multi-Release: true\n")), ("META-INF/LICENSE", Text("one")), ("META-INF/LICENSE", Text("two")),
            ("META-INF/versions/21/T.class", Text("newer")), ("META-INF/APP.SF", Text("signed")), ("META-INF/APP.RSA", [1, 2]),
            ("META-INF/app.kotlin_module", [0]), ("module-info.class", Text("module")), ("inner/module-info.class", Text("module")),
            ("lib/nested.jar", Text("jar")), ("Logo.PNG", [1]), ("logo.png", [2]), ("../../out.txt", [3]), ("/rooted.txt", [4]), ("T.class", Class()));

        Assert.Equal(1, Compile(jar).ClassCount);
    }

    [Fact]
    public void What_macOS_adds_is_passed_over() =>
        Assert.Equal(1, Compile(Jar("finder.jar", ("T.class", Class()), ("__MACOSX/._T.class", Text("no class")), ("a/._U.class", Text("no class")))).ClassCount);

    [Theory]
    [InlineData("classes.jar", "Unpack it and give the jars inside: classes.jar.")]
    [InlineData("BOOT-INF/lib/a.jar", "Unpack it and give the jars inside: BOOT-INF/lib/a.jar.")]
    [InlineData("classes.dex", "Give the jar that it was made from.")]
    public void An_archive_that_holds_its_classes_in_another_form_is_told(string name, string remedy)
    {
        var library = Jar("library.aar", ("AndroidManifest.xml", Text("<manifest/>")), (name, Text("inner")));
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Compile(library)).Problems);
        Assert.Equal((DexProblems.NoClasses, remedy), (problem.Kind, problem.Remedy));
    }

    [Fact]
    public void A_class_that_is_there_again_byte_for_byte_counts_once()
    {
        var first = Jar("first.jar", ("T.class", Class()), ("T.class", Class()));
        var second = Jar("second.jar", ("BOOT-INF/classes/T.class", Class()));

        Assert.Equal(1, Compile(first, second).ClassCount);
    }

    [Fact]
    public void Two_classes_of_one_name_that_differ_are_refused()
    {
        var jar = Jar("two.jar", ("T.class", Class()), ("T.class", Class(PublicFinal)));

        Assert.Equal(DexProblems.Duplicate, Assert.Single(Assert.Throws<ProblemException>(() => Compile(jar)).Problems).Kind);
    }

    [Fact]
    public void A_jar_behind_a_script_that_starts_it_is_read()
    {
        var jar = Jar("app.jar", ("T.class", Class()));
        var script = Text("#!/bin/sh\nexec java -jar \"$0\"\n");
        _folder.Add("started.jar", [.. script, .. Shifted(File.ReadAllBytes(jar), script.Length)]);

        Assert.Equal(1, Compile(_folder["started.jar"]).ClassCount);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Class(int access = Public) => ClassFileWriter.Write(new JavaClass { Name = "T", SuperName = "java/lang/Object", Access = access });

    /// <summary>A jar of one entry with its offsets moved, as tools do that put a script before it.</summary>
    private static byte[] Shifted(byte[] jar, int by)
    {
        var end = jar.Length - 22;
        var directory = BitConverter.ToInt32(jar, end + 16);
        BitConverter.TryWriteBytes(jar.AsSpan(end + 16), directory + by);
        BitConverter.TryWriteBytes(jar.AsSpan(directory + 42), BitConverter.ToInt32(jar, directory + 42) + by);
        return jar;
    }

    private DexResult Compile(params string[] jars) => JavaToDex.Compile(jars, 24, _folder["out"]);

#pragma warning disable RS0030 // the jar of a test
    private string Jar(string name, params (string Name, byte[] Content)[] entries)
    {
        using var archive = ZipFile.Open(_folder[name], ZipArchiveMode.Create);
        foreach (var (entry, content) in entries)
        {
            using var stream = archive.CreateEntry(entry).Open();
            stream.Write(content);
        }

        return _folder[name];
    }
}
