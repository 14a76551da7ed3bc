using Microsoft.Extensions.Hosting;

namespace Slipway.Server;

/// <summary>The life of the server is its caller's to end: the framework shall not listen to signals of the process itself.</summary>
internal sealed class CallerLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
