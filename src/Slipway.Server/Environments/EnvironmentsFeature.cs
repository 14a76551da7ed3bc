using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Environments;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Limits;
using Slipway.Server.Proofs;
using Slipway.Server.Requests;
using Slipway.Server.Store;

namespace Slipway.Server.Environments;

/// <summary>Environments, the machines enrolled in them, and what these report.</summary>
internal sealed class EnvironmentsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<EnvironmentStore>();
        services.AddSingleton<EnrolmentStore>();
        services.AddSingleton<LaunchHistory>();
        services.AddSingleton<ServerReports>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapEnvironments();
}
