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
        services.AddSingleton<ArtifactReceiver>();
        services.AddSingleton<ArtifactLinks>();
        services.AddSingleton<UrlSigner>();
        services.AddSingleton<SignedLinks>();
        services.AddSingleton<LeasedBlobs>();
        services.AddSingleton<BlobPackSender>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapArtifacts();
}
