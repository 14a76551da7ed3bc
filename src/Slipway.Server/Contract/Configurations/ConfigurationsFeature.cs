using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Contract.Configurations;

/// <summary>The contract's build configurations.</summary>
internal sealed class ConfigurationsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<ConfigurationStore>();
        services.AddSingleton<ConfigurationRules>();
        services.AddSingleton<ConfigurationEditor>();
        services.AddSingleton<ConfiguredSigningCheck>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapConfigurations();
}
