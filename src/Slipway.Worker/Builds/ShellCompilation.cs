using Slipway.Build.Shell;
using Slipway.Build.Shell.Ios;

namespace Slipway.Worker.Builds;

/// <summary>Compiles shells for the cache, one at a time, because several builds may need the same one. Only Slipway's own sources are compiled.</summary>
/// <param name="cacheFolder">Folder of the cache.</param>
internal sealed class ShellCompilation(string cacheFolder) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Compiles the shell for Android unless the cache has it.</summary>
    public Task CompileAsync(AndroidShellRequest request, CancellationToken cancellation) =>
        RunAsync(() => new AndroidShellToolchain(cacheFolder).GetOrCompile(request, progress: null, cancellation), cancellation);

    /// <summary>Compiles the shell for iOS unless the cache has it.</summary>
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
