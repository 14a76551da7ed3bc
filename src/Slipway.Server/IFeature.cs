using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server;

/// <summary>One feature of the service: a folder with its services, routes, rules and SQL.</summary>
internal interface IFeature
{
    /// <summary>Registers what the feature is made of.</summary>
    void Add(IServiceCollection services);

    /// <summary>Maps its routes; a feature may have none.</summary>
    void Map(IEndpointRouteBuilder routes)
    {
    }
}
