using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Blobs.Pieces;

namespace Slipway.Server.Blobs;

/// <summary>Contents named by their hash: uploads in packs and pieces, and the quota.</summary>
internal sealed class BlobsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(BlobStoreFactory.Open);
        services.AddSingleton<BlobRowStore>();
        services.AddSingleton<BlobReceiver>();
        services.AddSingleton<StorageQuota>();
        services.AddSingleton<PieceRowStore>();
        services.AddSingleton<PieceReceiver>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapBlobs();
}
