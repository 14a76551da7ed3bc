using System.Globalization;
using Slipway.Build.Shell.Lint;
using Slipway.Formats.ClassFile;
using Slipway.Formats.Dex;
using Slipway.Protocol.Text;

namespace Slipway.Build.Shell;

/// <summary>Returns the compiled Android shell from the cache, or compiles it from its sources with javac and our DEX compiler.</summary>
/// <param name="cacheFolder">Folder in which compiled shells are kept; need not exist.</param>
public sealed class AndroidShellToolchain(string cacheFolder)
{
    private readonly ShellCache _cache = new(Path.Combine(cacheFolder, "shells"));

    /// <summary>Returns the shell for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="progress">Receives short descriptions of slow steps.</param>
    /// <param name="cancellation">Cancels the operation and ends the Java compiler.</param>
    /// <exception cref="JdkNotFoundException">The shell is not in the cache and there is no Java compiler.</exception>
    /// <exception cref="ShellCompilationException">The shell's own sources do not compile.</exception>
    public AndroidShell GetOrCompile(AndroidShellRequest request, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        var fingerprint = Fingerprint(request);
        if (Find(fingerprint) is { } kept)
            return kept;

        progress?.Report("compiling the Android shell");
        var shell = Compile(request, fingerprint, cancellation);
        _cache.Store(fingerprint, new CachedShell(shell.Compiler, [.. shell.DexFiles.Select((file, i) => new ShellSource(DexName(i), file.ToArray()))]));
        return shell;
    }

    /// <summary>Returns the shell for a request from the cache; null when it is not there.</summary>
    public AndroidShell? Find(AndroidShellRequest request) => Find(Fingerprint(request));

    private static string Fingerprint(AndroidShellRequest request) => ShellFingerprint.Compute(request, ShellSources.Java.Concat(ShellSources.Api));

    private AndroidShell? Find(string fingerprint) => _cache.TryLoad(fingerprint) is not { } cached
        ? null
        : new AndroidShell([.. cached.Files.Select(f => (ReadOnlyMemory<byte>)f.Content)], fingerprint, cached.Compiler, WasCached: true);

    private static string DexName(int index) => index == 0 ? "classes.dex" : $"classes{(index + 1).ToString(CultureInfo.InvariantCulture)}.dex";

    private static AndroidShell Compile(AndroidShellRequest request, string fingerprint, CancellationToken cancellation)
    {
        var javac = JavaCompiler.Find();
        var compiler = new ShellCompiler(ShellSources.Java, ShellSources.Api);
        var api = compiler.ReadApi();
        var classes = compiler.Compile(javac, api, GivenText.Variable("ANDROID_HOME"), request.Debug, cancellation)
            .Select(file => ClassFileReader.Read(file.Content, file.Name)).ToArray();
        Require("lint", ApiLevelLint.Check(classes, api, request.MinSdk));
        var stubs = new ApiStubBuilder(api.Types);
        var output = DexCompiler.Compile(classes, new DexOptions(request.MinSdk, request.Debug, [.. api.Types.Select(stubs.Build)]));
        Require("DEX", output.Diagnostics);
        return new AndroidShell([.. output.DexFiles.Select(file => (ReadOnlyMemory<byte>)file)], fingerprint, javac.Version, WasCached: false);
    }

    private static void Require<T>(string step, IReadOnlyList<T> faults)
        where T : class
    {
        if (faults.Count > 0)
            throw new ShellCompilationException(step, string.Join('\n', faults));
    }
}
