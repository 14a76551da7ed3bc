using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Proofs;
using Slipway.Server.Queue;
using Slipway.Server.Requests;

namespace Slipway.Server.Builds;

/// <summary>Builds as people see them: lists, states, logs, estimates.</summary>
internal sealed class BuildsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<BuildStore>();
        services.AddSingleton<FinishEstimates>();
        services.AddSingleton<BuildDescriber>();
        services.AddSingleton<LogDownload>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapBuilds();
}
