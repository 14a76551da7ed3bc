using Microsoft.Extensions.Hosting;

namespace Slipway.Server;

/// <summary>Lets the caller decide when the server ends: the framework must not handle signals of the process itself.</summary>
internal sealed class CallerLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
