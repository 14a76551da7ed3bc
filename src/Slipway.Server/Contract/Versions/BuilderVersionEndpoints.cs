using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Versions;

/// <summary>Versions of the builder.</summary>
internal static class BuilderVersionEndpoints
{
    public static void MapBuilderVersions(this IEndpointRouteBuilder contract) =>
        contract.MapGet("/native-builder-versions", (BuilderVersions catalogue) => Results.Ok(new NativeBuilderVersionListResponse { Results = [.. catalogue.All.Select(version => Describe(catalogue, version))] }))
            .WithTags("NativeBuilderVersions")
            .Reads("GET_NativeBuilderVersions_List", Scope.BuildsRead)
            .Produces<NativeBuilderVersionListResponse>();

    private static NativeBuilderVersion Describe(BuilderVersions catalogue, BuilderVersion version) => new()
    {
        Version = version.Name,
        State = catalogue.StateOf(version),
        SupportedMobileFrameworks = [MobileFramework.Capacitor, MobileFramework.Cordova],
        DefaultMobileFramework = MobileFramework.Cordova,
        EndOfSupportDate = version.EndOfSupport,
        EndOfLifeDate = version.EndOfLife,
    };
}
