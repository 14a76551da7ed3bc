using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Blobs.Pieces;

namespace Slipway.Server.Blobs;

/// <summary>Contents named by their hash: uploads in packs and pieces, and the quota.</summary>
internal sealed class BlobsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(BlobStores.Open);
        services.AddSingleton<BlobCatalogue>();
        services.AddSingleton<BlobKeeper>();
        services.AddSingleton<StorageQuota>();
        services.AddSingleton<PieceCatalogue>();
        services.AddSingleton<PieceKeeper>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapBlobs();
}
