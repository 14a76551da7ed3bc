using Slipway.Build.Shell;
using Slipway.Build.Shell.Ios;

namespace Slipway.Build.Tests.Shell.Ios;

public sealed class IosShellToolchainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(IosShellVariant.Device, "ios", false)]
    [InlineData(IosShellVariant.Simulator, "iossimulator", true)]
    public void The_shell_compiles_without_warnings_and_says_what_it_runs_on(IosShellVariant variant, string platform, bool isSigned)
    {
        var shell = new IosShellToolchain(_folder.Path).GetOrCompile(new(variant));
        Assert.Matches("^clang [0-9.]+, ld64.lld [0-9.]+$", shell.Compiler);
        var headers = Headers(shell.Executable);
        Assert.Contains($" platform {platform}\n", headers, StringComparison.Ordinal);
        Assert.Contains(" minos 15.0\n", headers, StringComparison.Ordinal);
        Assert.Contains(" sdk 15.0\n", headers, StringComparison.Ordinal);
        Assert.Contains(" PIE", headers, StringComparison.Ordinal);
        Assert.Contains("LC_DYLD_INFO_ONLY", headers, StringComparison.Ordinal);
        Assert.Contains("WebKit.framework/WebKit", headers, StringComparison.Ordinal);
        Assert.Equal(isSigned, headers.Contains("LC_CODE_SIGNATURE", StringComparison.Ordinal));
        Assert.Equal(!isSigned, headers.Contains("LC_ENCRYPTION_INFO_64", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_compilations_in_other_folders_give_the_same_bytes()
    {
        var compiler = AppleCompiler.Find();
        var first = compiler.Compile(ShellSources.Ios, IosShellVariant.Device, CancellationToken.None);
        Assert.Equal(first, compiler.Compile(ShellSources.Ios, IosShellVariant.Device, CancellationToken.None));
        Assert.NotEqual(first, compiler.Compile(ShellSources.Ios, IosShellVariant.Simulator, CancellationToken.None));
    }

    [Fact]
    public void A_shell_of_the_cache_is_taken_unless_it_is_damaged()
    {
        var toolchain = new IosShellToolchain(_folder.Path);
        var first = toolchain.GetOrCompile(new(IosShellVariant.Device));
        var second = toolchain.GetOrCompile(new(IosShellVariant.Device));
        Assert.Equal((false, true), (first.WasCached, second.WasCached));
        Assert.Equal(first.Executable.ToArray(), second.Executable.ToArray());
        Assert.Equal((first.Fingerprint, first.Compiler), (second.Fingerprint, second.Compiler));

        var path = Path.Combine(_folder.Path, "shells", first.Fingerprint, "Shell");
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        var third = toolchain.GetOrCompile(new(IosShellVariant.Device));
        Assert.False(third.WasCached);
        Assert.Equal(first.Executable.ToArray(), third.Executable.ToArray());
    }

    [Fact]
    public void A_machine_without_the_tools_is_told_what_installs_them()
    {
        Assert.Equal("clang", Assert.Throws<AppleToolsNotFoundException>(() => AppleCompiler.Find(_folder.Path)).Tool);
        File.WriteAllText(Path.Combine(_folder.Path, "clang"), "");
        var missing = Assert.Throws<AppleToolsNotFoundException>(() => AppleCompiler.Find(_folder.Path));
        Assert.Equal("ld64.lld-19", missing.Tool);
        var problem = Assert.Throws<Slipway.Protocol.Problems.ProblemException>(() => ShellProblems.Guard<int>(() => throw missing));
        Assert.Contains("SLW-TLC-50004", problem.Problems.Select(p => p.Kind.Code));
    }

    [Fact]
    public void A_source_with_a_warning_stops_the_compiler()
    {
        ShellSource[] sources = [new("src/A.c", "int f(void) { int unused; return 0; }"u8.ToArray())];
        var fault = Assert.Throws<ShellCompilationException>(() => AppleCompiler.Find().Compile(sources, IosShellVariant.Device, CancellationToken.None));
        Assert.Contains("A.c:1:", fault.Details, StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbol_that_no_stub_lists_stops_the_linker()
    {
        ShellSource[] sources = [.. ShellSources.Ios, new("src/Stray.c", "int stray(void); int stray(void) { extern int missing(void); return missing(); }"u8.ToArray()),
            new("src/Root.c", "int stray(void); __attribute__((used)) int (*const root)(void) = stray;"u8.ToArray())];
        var fault = Assert.Throws<ShellCompilationException>(() => AppleCompiler.Find().Compile(sources, IosShellVariant.Device, CancellationToken.None));
        Assert.Equal("ld64.lld", fault.Step);
        Assert.Contains("missing", fault.Details, StringComparison.Ordinal);
    }

    private string Headers(ReadOnlyMemory<byte> executable)
    {
        var path = Path.Combine(_folder.Path, "Shell");
        File.WriteAllBytes(path, executable.ToArray());
        var (exitCode, output) = ExternalTool.Run("llvm-objdump", "--macho", "--private-headers", path);
        Assert.Equal(0, exitCode);
        return output;
    }
}
