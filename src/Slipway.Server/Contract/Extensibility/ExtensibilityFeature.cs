using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Access;
using Slipway.Server.Contract.Configurations;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Credentials;
using Slipway.Server.Requests;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Extensibility;

/// <summary>The contract's extensibility settings.</summary>
internal sealed class ExtensibilityFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<SettingStore>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapExtensibilitySettings();
}
