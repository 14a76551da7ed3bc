using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Workers;
using Slipway.Server.Access;
using Slipway.Server.Queue;
using Slipway.Server.Requests;

namespace Slipway.Server.Workers;

/// <summary>What workers ask the service for: builds, files and keys.</summary>
internal sealed class WorkersFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<WorkerStore>();
        services.AddSingleton<KeyHandover>();
        services.AddSingleton<JobComposer>();
        services.AddSingleton<JobDispatch>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapWorkers();
}
