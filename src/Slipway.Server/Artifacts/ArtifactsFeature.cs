using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Blobs;
using Slipway.Server.Requests;
using Slipway.Server.Workers;

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
