using System.Reflection;
using Slipway.Build.Shell;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Tests.Shell;

/// <summary>The part of the shell that needs no Android runs on a Java virtual machine: as javac made it, and back from our DEX.</summary>
public sealed class ShellLogicTests : IDisposable
{
    private const string Test = "src/dev/slipway/shell/LogicTest.java";
    private const string Main = "dev.slipway.shell.LogicTest";

    private readonly TemporaryFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Files_are_served_as_a_web_server_would()
    {
        var output = Run(WriteClasses(Compile(ReadTest())));
        Assert.EndsWith("done\n", output, StringComparison.Ordinal);
        Assert.True(output.Split('\n').Length > 120, output);
    }

    [Fact]
    public void Files_are_served_the_same_after_our_dex_compiler()
    {
        var classes = Compile(ReadTest());
        var jar = DexRoundTrip.Jar(classes.Select(file => ClassFileReader.Read(file.Content, file.Name)), ApiTexts.Ours(), 24, _work.Path);
        Assert.Equal(Run(WriteClasses(classes)), Run(jar));
    }

    [Fact]
    public void A_broken_rule_of_the_shell_is_noticed()
    {
        var server = ShellSources.Java.Single(s => s.Name.EndsWith("/ByteRange.java", StringComparison.Ordinal));
        var broken = System.Text.Encoding.UTF8.GetString(server.Content).Replace("last - first + 1", "last - first", StringComparison.Ordinal);
        var sources = ShellSources.Java.Select(s => s == server ? s with { Content = System.Text.Encoding.UTF8.GetBytes(broken) } : s);
        Assert.Contains("AssertionError: range: expected", Run(WriteClasses(Compile(ReadTest(), sources))), StringComparison.Ordinal);
    }

    private static ShellSource ReadTest()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("shell-test/dev/slipway/shell/LogicTest.java")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return new(Test, memory.ToArray());
    }

    private static IReadOnlyList<ShellSource> Compile(ShellSource test, IEnumerable<ShellSource>? sources = null)
    {
        var compiler = new ShellCompiler([.. sources ?? ShellSources.Java, test], ShellSources.Api);
        return compiler.Compile(JavaCompiler.Find(), compiler.ReadApi(), null, debug: false, CancellationToken.None);
    }

    private string WriteClasses(IReadOnlyList<ShellSource> classes)
    {
        foreach (var file in classes)
        {
            var path = Path.Combine(_work.Path, "run", file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
        }

        return Path.Combine(_work.Path, "run");
    }

    private static string Run(string classPath) => ExternalTool.Run("java", "-Xverify:all", "-XX:TieredStopAtLevel=1", "-cp", classPath, Main).All;
}
