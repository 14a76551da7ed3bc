using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Diagnostics;

/// <summary>What the doctor measures with: an echo and a test stream.</summary>
internal sealed class DiagnosticsFeature : IFeature
{
    public void Add(IServiceCollection services)
    {
        services.AddSingleton<EchoHandler>();
        services.AddSingleton<DiagnosticStream>();
        services.AddSingleton<StreamPlaces>();
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapDiagnostics();
}
