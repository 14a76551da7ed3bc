using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Slipway.Deploy;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Artifacts;
using Slipway.Server.Blobs;
using Slipway.Server.Limits;
using Slipway.Server.Store;
using Slipway.Server.Transport;

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
