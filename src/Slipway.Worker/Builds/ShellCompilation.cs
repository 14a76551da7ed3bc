using Slipway.Build.Shell;
using Slipway.Build.Shell.Ios;

namespace Slipway.Worker.Builds;

/// <summary>Compiles shells for the cache, one at a time: several builds may want the same. Only sources of ours are compiled.</summary>
/// <param name="cacheFolder">The cache.</param>
internal sealed class ShellCompilation(string cacheFolder) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Has the shell for Android in the cache.</summary>
    public Task CompileAsync(AndroidShellRequest request, CancellationToken cancellation) =>
        RunAsync(() => new AndroidShellToolchain(cacheFolder).GetOrCompile(request, progress: null, cancellation), cancellation);

    /// <summary>Has the shell for iOS in the cache.</summary>
    public Task CompileAsync(IosShellRequest request, CancellationToken cancellation) =>
        RunAsync(() => new IosShellToolchain(cacheFolder).GetOrCompile(request, progress: null, cancellation), cancellation);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task RunAsync<T>(Func<T> compile, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await Task.Run(() => ShellProblems.Guard(compile), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }
}
