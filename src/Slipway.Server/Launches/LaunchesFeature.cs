using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Launches;

/// <summary>Launches: a revision, its builds, and what is still missing.</summary>
internal sealed class LaunchesFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<LaunchGate>();
        services.AddSingleton<BuildCreation>();
        services.AddSingleton<PackReceiver>();
        services.AddSingleton<Launcher>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapLaunches();
}
