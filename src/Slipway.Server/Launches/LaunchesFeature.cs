using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Events;
using Slipway.Server.Proofs;
using Slipway.Server.Requests;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Slipway.Server.Launches;

/// <summary>Launches: a revision, its builds, and what is still missing.</summary>
internal sealed class LaunchesFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<LaunchGate>();
        services.AddSingleton<BuildCreation>();
        services.AddSingleton<PackReceiver>();
        services.AddSingleton<Launcher>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapLaunches();
}
