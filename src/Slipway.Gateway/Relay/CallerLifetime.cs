using Microsoft.Extensions.Hosting;

namespace Slipway.Gateway.Relay;

/// <summary>A lifetime that ignores signals, because the caller that starts the host also stops it.</summary>
internal sealed class CallerLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
