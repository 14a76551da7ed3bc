namespace Slipway.Build.Shell.Ios;

/// <summary>Gives the compiled iOS shell: from the cache, or compiled from its sources by clang and ld64.lld.</summary>
/// <param name="cacheFolder">Where compiled shells are kept; need not exist.</param>
public sealed class IosShellToolchain(string cacheFolder)
{
    private const string FileName = "Shell";

    private readonly ShellCache _cache = new(Path.Combine(cacheFolder, "shells"));

    /// <summary>Gives the shell for a request.</summary>
    /// <param name="request">Which shell.</param>
    /// <param name="progress">Told in a few words when something takes long.</param>
    /// <param name="cancellation">Ends the work, and the compiler.</param>
    /// <exception cref="AppleToolsNotFoundException">The shell must be compiled and there is no compiler or linker.</exception>
    /// <exception cref="ShellCompilationException">The shell's own sources do not compile.</exception>
    public IosShell GetOrCompile(IosShellRequest request, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        if (Find(request) is { } kept)
        {
            return kept;
        }

        progress?.Report("compiling the iOS shell");
        var compiler = AppleCompiler.Find();
        var fingerprint = Fingerprint(request);
        var executable = compiler.Compile(ShellSources.Ios, request.Variant, cancellation);
        var versions = compiler.Versions(cancellation);
        _cache.Store(fingerprint, new CachedShell(versions, [new ShellSource(FileName, executable)]));
        return new IosShell(executable, fingerprint, versions, WasCached: false);
    }

    /// <summary>The shell for a request when it is in the cache; otherwise null.</summary>
    public IosShell? Find(IosShellRequest request)
    {
        var fingerprint = Fingerprint(request);
        return _cache.TryLoad(fingerprint) is { Files: [{ Name: FileName } cached] } entry
            ? new IosShell(cached.Content, fingerprint, entry.Compiler, WasCached: true)
            : null;
    }

    /// <summary>The versions of the tools are left out: asking would start two processes at each build. The entry notes them.</summary>
    internal static string Fingerprint(IosShellRequest request) => ShellFingerprint.OfRecipe(
        $"ios-shell 1 {request.Variant} {string.Join(' ', AppleCompiler.CompilerFlags)} {string.Join(' ', AppleCompiler.LinkerFlags)} {IosShell.MinimumOs}", ShellSources.Ios);
}
