using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Applications;

/// <summary>The applications of an organisation.</summary>
internal sealed class ApplicationsFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<ApplicationStore>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapApplications();
}
