using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Contract.Extensibility;

/// <summary>The contract's extensibility settings.</summary>
internal sealed class ExtensibilityFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<SettingStore>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapExtensibilitySettings();
}
