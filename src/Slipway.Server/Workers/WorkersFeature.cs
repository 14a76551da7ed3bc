using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Workers;

/// <summary>What workers ask the service for: builds, files and keys.</summary>
internal sealed class WorkersFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<WorkerStore>();
        services.AddSingleton<CredentialHandoverAudit>();
        services.AddSingleton<JobComposer>();
        services.AddSingleton<JobDispatch>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapWorkers();
}
