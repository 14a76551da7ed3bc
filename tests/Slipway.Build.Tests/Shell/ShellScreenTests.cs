using System.Reflection;
using Slipway.Build.Shell;

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
        var output = _classes.Run(_classes.Path, level, level);
        Assert.True(output.EndsWith("done\n", StringComparison.Ordinal), output);
    }

    [Fact]
    public void A_level_that_lies_is_noticed() =>
        Assert.Contains("exists since API level 33, this is 29", _classes.Run(_classes.Path, level: 29, claimedLevel: 33), StringComparison.Ordinal);

    /// <summary>Compiled once: the shell, the stand-ins made from our list of signatures, and the scenario.</summary>
    public sealed class Classes : IDisposable
    {
        private readonly TemporaryFolder _work = new();

        public Classes()
        {
            var api = ApiTexts.Ours();
            var shell = new ShellCompiler(ShellSources.Java, ShellSources.Api);
            foreach (var file in shell.Compile(JavaCompiler.Find(), shell.ReadApi(), null, CancellationToken.None))
            {
                Write(file);
            }

            Compile(FakeAndroid.Sources(api).Concat(TestSources("fake/")));
            Compile(TestSources("shell/").Where(s => !s.Name.EndsWith("LogicTest.java", StringComparison.Ordinal)));
        }

        internal string Path => _work.Path;

        public void Dispose() => _work.Dispose();

        internal string Run(string classPath, int level, int claimedLevel) =>
            Jdk.Run("java", "-XX:TieredStopAtLevel=1", "-cp", classPath, "dev.slipway.shell.ScreenTest", $"{level}", $"{claimedLevel}").Output;

        /// <summary>Against what is compiled already.</summary>
        private void Compile(IEnumerable<ShellSource> sources) =>
            JavaCompiler.Find().Compile([.. sources.Select(Write)], _work.Path, _work.Path, CancellationToken.None);

        private string Write(ShellSource file)
        {
            var path = System.IO.Path.Combine(_work.Path, file.Name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
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
