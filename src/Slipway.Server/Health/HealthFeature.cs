using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Health;

/// <summary>Health checks and the routes that report them.</summary>
internal sealed class HealthFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<HealthExaminer>();
        services.AddHostedService<SignalWatch>();
        services.AddSingleton<IHealthCheck, DatabaseCheck>();
        services.AddSingleton<IHealthCheck, WorkerCheck>();
        services.AddSingleton<IHealthCheck, DiskCheck>();
        services.AddSingleton<IHealthCheck, BlobCheck>();
        services.AddSingleton<IHealthCheck, VaultCheck>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapHealth();
}
