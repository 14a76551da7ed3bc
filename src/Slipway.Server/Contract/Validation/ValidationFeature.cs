using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Contract.Validation;

/// <summary>Whether an application needs a new package.</summary>
internal sealed class ValidationFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<NativeBuildJudge>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapValidation();
}
