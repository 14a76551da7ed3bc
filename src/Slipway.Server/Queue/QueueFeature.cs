using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Queue;

/// <summary>The queue's parts.</summary>
internal sealed class QueueFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<BuildQueue>();
        services.AddSingleton<BuildClaimer>();
        services.AddSingleton<LeaseStore>();
        services.AddSingleton<BuildLog>();
        services.AddSingleton<BuildTransitions>();
        services.AddSingleton<WorkerResults>();
        services.AddSingleton<BuildControl>();
        services.AddSingleton<ExpiredLeaseSweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<ExpiredLeaseSweeper>());
    }
}
