using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Queue;

/// <summary>The queue's parts.</summary>
internal sealed class QueueFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<BuildQueue>();
        services.AddSingleton<Claims>();
        services.AddSingleton<Leases>();
        services.AddSingleton<BuildLog>();
        services.AddSingleton<BuildEnding>();
        services.AddSingleton<WorkResults>();
        services.AddSingleton<Cancellations>();
        services.AddSingleton<LeaseKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<LeaseKeeper>());
    }
}
