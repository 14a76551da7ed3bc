using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Environments;

/// <summary>Environments, the machines enrolled in them, and what these report.</summary>
internal sealed class EnvironmentsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<EnvironmentStore>();
        services.AddSingleton<EnrolmentStore>();
        services.AddSingleton<LaunchHistory>();
        services.AddSingleton<MachineReportStore>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapEnvironments();
}
