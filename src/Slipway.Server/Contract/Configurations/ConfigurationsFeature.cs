using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Credentials;
using Slipway.Server.Requests;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Configurations;

/// <summary>The contract's build configurations.</summary>
internal sealed class ConfigurationsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<ConfigurationStore>();
        services.AddSingleton<ConfigurationRules>();
        services.AddSingleton<ConfigurationKeeper>();
        services.AddSingleton<SigningCheck>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapConfigurations();
}
