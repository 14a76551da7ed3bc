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

/// <summary>The public contract of native mobile builds, with the names, values and limits of the published contract.</summary>
internal sealed class ContractFeature : IFeature
{
    private const string Prefix = "/api/native-mobile-builds/v1";

    private static readonly IFeature[] Parts = [new OperationsFeature(), new ValidationFeature(), new ConfigurationsFeature(), new ExtensibilityFeature(), new VersionsFeature()];

    public void Add(IServiceCollection services)
    {
        foreach (var part in Parts)
            part.Add(services);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        var contract = routes.MapGroup(Prefix).WithMetadata(new PlainProblems());
        foreach (var part in Parts)
            part.Map(contract);
        contract.MapVersionSuggestions();
        routes.MapValidationReasons();
        routes.MapSignedLogs();
    }
}
