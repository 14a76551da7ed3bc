using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Builds;

/// <summary>Builds as people see them: lists, states, logs, estimates.</summary>
internal sealed class BuildsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<BuildStore>();
        services.AddSingleton<FinishEstimates>();
        services.AddSingleton<BuildDescriber>();
        services.AddSingleton<LogDownload>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapBuilds();
}
