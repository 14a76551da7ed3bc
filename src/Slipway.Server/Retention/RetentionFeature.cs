using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Retention;

/// <summary>What is removed when, and the sweep that removes it.</summary>
internal sealed class RetentionFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<ExclusiveTasks>();
        services.AddSingleton<ExpiredBuilds>();
        services.AddSingleton<AbandonedUploads>();
        services.AddSingleton<UnusedBlobs>();
        services.AddSingleton<OrphanSweep>();
        services.AddSingleton<RetentionRun>();
        services.AddHostedService<RetentionService>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapRetention();
}
