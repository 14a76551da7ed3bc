using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Identity;

/// <summary>What the service says about itself to gateways and firewalls, signed.</summary>
internal sealed class IdentityFeature(ServiceSigningKey key, ServerOptions options) : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(_ => key);
        services.AddSingleton(new HostList(options));
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapIdentity();
}
