using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Contract.Configurations;
using Slipway.Server.Contract.Extensibility;
using Slipway.Server.Contract.Operations;
using Slipway.Server.Contract.Suggestions;
using Slipway.Server.Contract.Validation;
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
        services.AddConfigurations();
        services.AddExtensibilitySettings();
        services.AddValidation();
    }

    public static void MapContract(this IEndpointRouteBuilder routes)
    {
        var contract = routes.MapGroup(Prefix).WithMetadata(new PlainProblems());
        contract.MapBuildOperations();
        contract.MapVersionSuggestions();
        contract.MapValidation();
        contract.MapConfigurations();
        contract.MapExtensibilitySettings();
        contract.MapBuilderVersions();
        routes.MapValidationReasons();
        routes.MapSignedLogs();
    }
}
