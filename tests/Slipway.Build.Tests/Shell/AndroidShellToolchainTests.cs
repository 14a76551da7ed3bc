using System.Text;
using Slipway.Build.Shell;
using Slipway.Build.Shell.Signatures;
using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Verification;

namespace Slipway.Build.Tests.Shell;

public sealed class AndroidShellToolchainTests : IDisposable
{
    private static readonly string Fingerprint = new('a', 64);

    private readonly TemporaryFolder _folder = new();

    private string Entry => Path.Combine(_folder.Path, Fingerprint);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_stored_shell_is_found_again()
    {
        var cache = Store();
        var found = cache.TryLoad(Fingerprint)!;
        Assert.Equal(["one", "two"], found.Files.Select(f => Encoding.ASCII.GetString(f.Content)));
        Assert.Equal("javac 17.0.15", found.Compiler);
        Assert.Equal(["classes.dex", "classes2.dex", "manifest"], Directory.EnumerateFiles(Entry).Select(f => Path.GetFileName(f)).Order());
    }

    [Theory]
    [InlineData("classes.dex")]
    [InlineData("classes2.dex")]
    [InlineData("manifest")]
    public void An_entry_with_a_flipped_byte_is_not_believed(string file)
    {
        var cache = Store();
        var path = Path.Combine(Entry, file);
        var bytes = File.ReadAllBytes(path);
        bytes[^2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Null(cache.TryLoad(Fingerprint));
    }

    [Theory]
    [InlineData("classes.dex")]
    [InlineData("classes2.dex")]
    [InlineData("manifest")]
    public void An_entry_that_lacks_a_file_is_not_believed_and_can_be_stored_again(string file)
    {
        var cache = Store();
        File.Delete(Path.Combine(Entry, file));
        Assert.Null(cache.TryLoad(Fingerprint));
        Assert.NotNull(Store().TryLoad(Fingerprint));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_no_failure()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "file"), "");
        var cache = new ShellCache(Path.Combine(_folder.Path, "file"));
        cache.Store(Fingerprint, Shell());
        Assert.Null(cache.TryLoad(Fingerprint));
    }

    [Fact]
    public void The_fingerprint_tells_everything_apart_that_decides_the_bytes()
    {
        ShellSource[] sources = [new("a", [1, 2]), new("b", [3])];
        string[] fingerprints =
        [
            ShellFingerprint.Compute(new(24), sources),
            ShellFingerprint.Compute(new(26), sources),
            ShellFingerprint.Compute(new(24, Debug: true), sources),
            ShellFingerprint.Compute(new(24), [new("a", [1, 2]), new("b", [4])]),
            ShellFingerprint.Compute(new(24), [new("a", [1]), new("b", [2, 3])]),
            ShellFingerprint.Compute(new(24), [new("a", [1, 2]), new("c", [3])]),
        ];
        Assert.Equal(fingerprints.Length, fingerprints.Distinct().Count());
        Assert.Equal(fingerprints[0], ShellFingerprint.Compute(new(24), sources));
    }

    [Fact]
    public void The_shell_is_compiled_once_and_dexdump_accepts_it()
    {
        var toolchain = new AndroidShellToolchain(_folder.Path);
        var first = toolchain.GetOrCompile(new(24));
        Assert.False(first.WasCached);
        Assert.StartsWith("javac ", first.Compiler, StringComparison.Ordinal);
        var dex = Path.Combine(_folder.Path, "classes.dex");
        File.WriteAllBytes(dex, Assert.Single(first.DexFiles).ToArray());
        var listing = ExternalTool.Run("dexdump", "-d", dex);
        Assert.Equal(0, listing.ExitCode);
        Assert.Contains("Class descriptor  : 'Ldev/slipway/shell/MainActivity;'", listing.All, StringComparison.Ordinal);

        var api = ApiTexts.Ours();
        Assert.Empty(DexVerifier.Verify(DexReader.Read(first.DexFiles[0].Span), name => Library(api, name)));

        var second = toolchain.GetOrCompile(new(24));
        Assert.True(second.WasCached);
        Assert.True(second.DexFiles[0].Span.SequenceEqual(first.DexFiles[0].Span));
        Assert.Equal(first.Fingerprint, second.Fingerprint);

        File.WriteAllText(Path.Combine(_folder.Path, "shells", first.Fingerprint, "classes.dex"), "broken");
        var third = toolchain.GetOrCompile(new(24));
        Assert.False(third.WasCached);
        Assert.True(third.DexFiles[0].Span.SequenceEqual(first.DexFiles[0].Span));
        Assert.True(toolchain.GetOrCompile(new(24)).WasCached);
    }

    [Fact]
    public void A_machine_without_a_compiler_is_told_so() =>
        Assert.Throws<JdkNotFoundException>(() => JavaCompiler.Find(javaHome: _folder.Path, path: _folder.Path));

    [Fact]
    public void Java_home_goes_before_the_path()
    {
        var bin = _folder.AddFolder("bin");
        File.WriteAllText(Path.Combine(bin, "javac"), "");
        File.WriteAllText(Path.Combine(_folder.Path, "release"), "JAVA_VERSION=\"99.1\"\n");
        Assert.Equal("javac 99.1", JavaCompiler.Find(_folder.Path, Environment.GetEnvironmentVariable("PATH")).Version);
    }

    [Fact]
    public void The_newest_android_jar_of_a_sdk_is_taken()
    {
        foreach (var platform in new[] { "android-34", "android-36", "android-36.1", "android-Baklava", "android-9" })
            File.WriteAllText(Path.Combine(_folder.AddFolder($"platforms/{platform}"), "android.jar"), "");

        _folder.AddFolder("platforms/android-40");
        Assert.EndsWith("android-36.1/android.jar", AndroidSdkPlatform.FindJar(_folder.Path, 36), StringComparison.Ordinal);
        Assert.Null(AndroidSdkPlatform.FindJar(_folder.Path, 37));
        Assert.Null(AndroidSdkPlatform.FindJar(null, 1));
    }

    [Fact]
    public void A_source_with_an_error_names_its_file_and_line()
    {
        var compiler = new ShellCompiler([new("src/A.java", "class A {\n  int a = \"\";\n}"u8.ToArray())], ShellSources.Api);
        var fault = Assert.Throws<ShellCompilationException>(() => compiler.Compile(JavaCompiler.Find(), compiler.ReadApi(), null, debug: false, CancellationToken.None));
        Assert.Equal("javac", fault.Step);
        Assert.Contains("A.java:2: error", fault.Details, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_our_list_lacks_or_has_wrong_stops_the_compiler()
    {
        var list = ShellSources.Api.Select(s => s with { Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(s.Content).Replace("public boolean canGoBack()", "public Object canGoBack()", StringComparison.Ordinal)) }).ToArray();
        var compiler = new ShellCompiler(ShellSources.Java, list);
        var fault = Assert.Throws<ShellCompilationException>(() => compiler.Compile(JavaCompiler.Find(), compiler.ReadApi(), null, debug: false, CancellationToken.None));
        Assert.Contains("AppScreen.java", fault.Details, StringComparison.Ordinal);
    }

    private static DexLibraryType? Library(ApiSurface api, string descriptor) =>
        api.Find(descriptor.Trim('L', ';')) is { } type && new ApiStubBuilder([type]).Build(type) is { } stub
            ? new DexLibraryType(stub.SuperName is { } super ? $"L{super};" : null, [.. stub.Interfaces.Select(i => $"L{i};")], (stub.Access & StubAccessFlags.Interface) != 0)
            : null;

    private ShellCache Store()
    {
        var cache = new ShellCache(_folder.Path);
        cache.Store(Fingerprint, Shell());
        return cache;
    }

    private static CachedShell Shell() => new("javac 17.0.15", [new("classes.dex", "one"u8.ToArray()), new("classes2.dex", "two"u8.ToArray())]);
}
