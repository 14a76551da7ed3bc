using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Limits;

/// <summary>Rate limits of routes and callers.</summary>
internal sealed class LimitsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<RequestPartitions>();
        services.AddSingleton<InvalidTokenLimiter>();
    }
}
