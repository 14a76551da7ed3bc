using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Artifacts;
using Slipway.Server.Builds;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Limits;
using Slipway.Server.Proofs;
using Slipway.Server.Requests;

namespace Slipway.Server.Contract.Operations;

/// <summary>The contract's build operations.</summary>
internal sealed class OperationsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<BuildResults>();
        services.AddSingleton<BuildLinks>();
        services.AddSingleton<BuildStarter>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapBuildOperations();
}
