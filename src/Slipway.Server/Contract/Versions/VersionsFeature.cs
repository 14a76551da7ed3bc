using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Contract.Versions;

/// <summary>The versions of the native builder that the contract lists.</summary>
internal sealed class VersionsFeature : IFeature
{
    public void Add(IServiceCollection services) =>
        services.AddSingleton(provider => new BuilderVersions(BuilderVersion.All, provider.GetRequiredService<TimeProvider>()));

    public void Map(IEndpointRouteBuilder routes) => routes.MapBuilderVersions();
}
