using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Contract.Operations;

/// <summary>The contract's build operations.</summary>
internal sealed class OperationsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<BuildResults>();
        services.AddSingleton<BuildLinks>();
        services.AddSingleton<BuildStarter>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapBuildOperations();
}
