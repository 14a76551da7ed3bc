using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Revisions;

/// <summary>The revisions of an application and their files.</summary>
internal sealed class RevisionsFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<RevisionStore>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapRevisions();
}
