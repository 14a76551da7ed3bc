using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Requests;

/// <summary>Requests that are carried out once, however often they are sent.</summary>
internal sealed class RequestsFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<IdempotencyStore>();
}
