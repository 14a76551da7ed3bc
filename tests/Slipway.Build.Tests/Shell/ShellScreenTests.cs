using System.Reflection;
using Slipway.Build.Shell;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Tests.Shell;

/// <summary>The whole shell on stand-ins of the platform's classes, at several API levels.</summary>
public sealed class ShellScreenTests : IClassFixture<ShellScreenTests.Classes>
{
    private readonly Classes _classes;

    public ShellScreenTests(Classes classes) => _classes = classes;

    [Theory]
    [InlineData(24)]
    [InlineData(26)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(33)]
    [InlineData(36)]
    public void The_shell_works_at_a_level_and_uses_nothing_newer(int level)
    {
        var output = _classes.Run(_classes.Shell, level, level);
        Assert.True(output.EndsWith("done\n", StringComparison.Ordinal), output);
    }

    [Theory]
    [InlineData(24, 24)]
    [InlineData(24, 36)]
    [InlineData(30, 33)]
    public void The_shell_does_the_same_after_our_dex_compiler(int minSdk, int level)
    {
        using var work = new TemporaryFolder();
        var classes = Directory.EnumerateFiles(_classes.Shell, "*.class", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => ClassFileReader.Read(File.ReadAllBytes(path), path));
        var output = _classes.Run(DexRoundTrip.Jar(classes, ApiTexts.Ours(), minSdk, work.Path), level, level);
        Assert.Equal(_classes.Run(_classes.Shell, level, level), output);
    }

    [Fact]
    public void A_level_that_lies_is_noticed() =>
        Assert.Contains("exists since API level 33, this is 29", _classes.Run(_classes.Shell, level: 29, claimedLevel: 33), StringComparison.Ordinal);

    /// <summary>Compiled once: the stand-ins made from our list of signatures in one folder, the shell and the scenario in another.</summary>
    public sealed class Classes : IDisposable
    {
        private readonly TemporaryFolder _work = new();

        public Classes()
        {
            (Platform, Shell) = (_work.AddFolder("platform"), _work.AddFolder("shell"));
            var api = ApiTexts.Ours();
            var shell = new ShellCompiler(ShellSources.Java, ShellSources.Api);
            foreach (var file in shell.Compile(JavaCompiler.Find(), shell.ReadApi(), null, debug: false, CancellationToken.None))
                Write(file, Shell);

            Compile(FakeAndroid.Sources(api).Concat(TestSources("fake/")), Platform);
            Compile(TestSources("shell/").Where(s => !s.Name.EndsWith("LogicTest.java", StringComparison.Ordinal)), Shell);
        }

        internal string Platform { get; }

        internal string Shell { get; }

        public void Dispose() => _work.Dispose();

        internal string Run(string shell, int level, int claimedLevel) =>
            ExternalTool.Run("java", "-Xverify:all", "-XX:TieredStopAtLevel=1", "-cp", shell + Path.PathSeparator + Platform, "dev.slipway.shell.ScreenTest", $"{level}", $"{claimedLevel}").All;

        private void Compile(IEnumerable<ShellSource> sources, string output) =>
            JavaCompiler.Find().Compile([.. sources.Select(s => Write(s, _work.Path))], Shell + Path.PathSeparator + Platform, output, debug: false, CancellationToken.None);

        private static string Write(ShellSource file, string folder)
        {
            var path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
            return path;
        }

        private static IEnumerable<ShellSource> TestSources(string part)
        {
            const string Root = "shell-test/";
            var assembly = Assembly.GetExecutingAssembly();
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith($"{Root}dev/slipway/{part}", StringComparison.Ordinal)))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                yield return new("src/" + name[Root.Length..], memory.ToArray());
            }
        }
    }
}
