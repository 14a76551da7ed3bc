using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Contract.Operations;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Validation;

/// <summary>Whether an application needs a new package.</summary>
internal sealed class ValidationFeature : IFeature
{
    public void Add(IServiceCollection services) => services.AddSingleton<NativeBuildJudge>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapValidation();
}
