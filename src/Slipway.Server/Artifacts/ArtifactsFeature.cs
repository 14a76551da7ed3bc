using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Blobs;

namespace Slipway.Server.Artifacts;

/// <summary>Packages that were built, and signed links to them.</summary>
internal sealed class ArtifactsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<ArtifactStore>();
        services.AddSingleton<ArtifactKeeper>();
        services.AddSingleton<ArtifactLinks>();
        services.AddSingleton<UrlSigner>();
        services.AddSingleton<SignedLinks>();
        services.AddSingleton<LeasedContents>();
        services.AddSingleton<PackSender>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapArtifacts();
}
