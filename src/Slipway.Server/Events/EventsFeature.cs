using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Builds;

namespace Slipway.Server.Events;

/// <summary>Events of builds as streams that resume.</summary>
internal sealed class EventsFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<BuildEvents>().AddSingleton<EventPlaces>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapEvents();
}
