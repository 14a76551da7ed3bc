using Microsoft.Extensions.Hosting;

namespace Slipway.Gateway.Relay;

/// <summary>Whoever starts it also ends it: signals are the process's.</summary>
internal sealed class CallerLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
