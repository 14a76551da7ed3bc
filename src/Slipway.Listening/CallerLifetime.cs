using Microsoft.Extensions.Hosting;

namespace Slipway.Listening;

/// <summary>Lets the caller decide when the server ends: the framework must not handle signals of the process itself.</summary>
public sealed class CallerLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
