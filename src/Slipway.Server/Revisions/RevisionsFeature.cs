using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Applications;
using Slipway.Server.Store;

namespace Slipway.Server.Revisions;

/// <summary>The revisions of an application and their files.</summary>
internal sealed class RevisionsFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<RevisionStore>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapRevisions();
}
