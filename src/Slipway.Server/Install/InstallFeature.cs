using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Install;

/// <summary>Pages and links from which devices install an app.</summary>
internal sealed class InstallFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<InstallToken>();
        services.AddSingleton<InstallLinks>();
        services.AddSingleton<InstallStore>();
        services.AddSingleton<LinkStore>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapInstall();
}
