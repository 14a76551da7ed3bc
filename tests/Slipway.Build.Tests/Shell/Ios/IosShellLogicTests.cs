using System.Reflection;
using System.Text;
using Slipway.Build.Shell;

namespace Slipway.Build.Tests.Shell.Ios;

/// <summary>The part of the shell that is plain C runs on this machine, under the sanitizers.</summary>
public sealed class IosShellLogicTests : IDisposable
{
    private readonly TemporaryFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Paths_ranges_types_and_origins_are_right()
    {
        var (exitCode, output) = Run(content => content);
        Assert.True(exitCode == 0, output);
        Assert.Matches("^[12][0-9]{2} checks, 0 failures\n$", output);
    }

    [Theory]
    [InlineData("if (value == '/') return -1;", "", "/a%2fb: expected -")]
    [InlineData("fileLength - count : 0", "fileLength - count - 1 : 0", "bytes=-3: expected 1 7-9")]
    [InlineData("enum { SLWPathExtra = 16 };", "enum { SLWPathExtra = 1 };", "AddressSanitizer: heap-buffer-overflow")]
    public void A_broken_rule_is_noticed(string rule, string broken, string expected)
    {
        var (exitCode, output) = Run(content => content.Replace(rule, broken, StringComparison.Ordinal));
        Assert.NotEqual(0, exitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    private ToolResult Run(Func<string, string> change)
    {
        var sources = ShellSources.Ios.Where(s => s.Name.StartsWith("src/", StringComparison.Ordinal) && s.Name[^2..] is ".c" or ".h");
        foreach (var source in sources)
            File.WriteAllText(Path.Combine(_work.Path, Path.GetFileName(source.Name)), change(Encoding.UTF8.GetString(source.Content)));

        using (var test = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("ios-shell-test/logic.c")!))
            File.WriteAllText(Path.Combine(_work.Path, "logic.c"), test.ReadToEnd());

        var program = Path.Combine(_work.Path, "logic");
        var compiled = ExternalTool.Run("clang", ["-std=gnu11", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-Wall", "-Wextra", "-Wno-comma", "-o", program,
            .. Directory.EnumerateFiles(_work.Path, "*.c").Order(StringComparer.Ordinal)]);
        Assert.Equal((0, ""), (compiled.ExitCode, compiled.All));
        return ExternalTool.Run(program);
    }
}
