namespace Slipway.Build.Shell.Ios;

/// <summary>Returns the compiled iOS shell from the cache, or compiles it from its sources with clang and ld64.lld.</summary>
/// <param name="cacheFolder">Folder in which compiled shells are kept; need not exist.</param>
public sealed class IosShellToolchain(string cacheFolder)
{
    private const string FileName = "Shell";

    private readonly ShellCache _cache = new(Path.Combine(cacheFolder, "shells"));

    /// <summary>Returns the shell for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="progress">Receives short descriptions of slow steps.</param>
    /// <param name="cancellation">Cancels the operation and ends the compiler.</param>
    /// <exception cref="AppleToolsNotFoundException">The shell is not in the cache and there is no compiler or linker.</exception>
    /// <exception cref="ShellCompilationException">The shell's own sources do not compile.</exception>
    public IosShell GetOrCompile(IosShellRequest request, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        if (Find(request) is { } kept)
            return kept;

        progress?.Report("compiling the iOS shell");
        var compiler = AppleCompiler.Find();
        var fingerprint = Fingerprint(request);
        var executable = compiler.Compile(ShellSources.Ios, request.Variant, cancellation);
        var versions = compiler.Versions(cancellation);
        _cache.Store(fingerprint, new CachedShell(versions, [new ShellSource(FileName, executable)]));
        return new IosShell(executable, fingerprint, versions, WasCached: false);
    }

    /// <summary>Returns the shell for a request from the cache; null when it is not there.</summary>
    public IosShell? Find(IosShellRequest request)
    {
        var fingerprint = Fingerprint(request);
        return _cache.TryLoad(fingerprint) is { Files: [{ Name: FileName } cached] } entry
            ? new IosShell(cached.Content, fingerprint, entry.Compiler, WasCached: true)
            : null;
    }

    /// <summary>
    /// The fingerprint leaves out the versions of the tools, because reading them would start two processes in every build. The cache entry records
    /// them.
    /// </summary>
    internal static string Fingerprint(IosShellRequest request) => ShellFingerprint.OfRecipe(
        $"ios-shell 1 {request.Variant} {string.Join(' ', AppleCompiler.CompilerFlags)} {string.Join(' ', AppleCompiler.LinkerFlags)} {IosShell.MinimumOs}", ShellSources.Ios);
}
