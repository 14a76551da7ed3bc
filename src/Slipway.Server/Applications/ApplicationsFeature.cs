using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Applications;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Applications;

/// <summary>The applications of an organisation.</summary>
internal sealed class ApplicationsFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<ApplicationStore>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapApplications();
}
