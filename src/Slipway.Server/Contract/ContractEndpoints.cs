using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Contract.Operations;
using Slipway.Server.Contract.Versions;

namespace Slipway.Server.Contract;

/// <summary>The public contract of native mobile builds: names, values and limits are those of the published one.</summary>
internal static class ContractEndpoints
{
    private const string Prefix = "/api/native-mobile-builds/v1";

    public static void AddContract(this IServiceCollection services)
    {
        services.AddBuildOperations();
        services.AddBuilderVersions();
    }

    public static void MapContract(this IEndpointRouteBuilder routes)
    {
        var contract = routes.MapGroup(Prefix).WithMetadata(new PlainProblems());
        contract.MapBuildOperations();
        contract.MapBuilderVersions();
    }
}
