using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Events;

/// <summary>Events of builds as streams that resume.</summary>
internal sealed class EventsFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<BuildEventStream>().AddSingleton<EventPlaces>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapEvents();
}
