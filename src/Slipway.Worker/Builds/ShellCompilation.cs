using Slipway.Build.Shell;

namespace Slipway.Worker.Builds;

/// <summary>Compiles shells for the cache, one at a time, because several builds may need the same one. Only Slipway's own sources are compiled.</summary>
/// <param name="cacheFolder">Folder of the cache.</param>
internal sealed class ShellCompilation(string cacheFolder) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Compiles a shell unless the cache has it.</summary>
    public async Task EnsureAsync(ShellRequest request, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await Task.Run(() => request.Ensure(cacheFolder, cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
