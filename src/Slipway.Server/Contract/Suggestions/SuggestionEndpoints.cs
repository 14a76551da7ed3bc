using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Builds;
using Slipway.Server.Access;
using Slipway.Server.Contract.Operations;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Suggestions;

/// <summary>Suggests the version of the next build.</summary>
internal static class SuggestionEndpoints
{
    public static void MapVersionSuggestions(this IEndpointRouteBuilder contract) =>
        contract.MapPost(BuildOperationEndpoints.Path + "/version-suggestions", SuggestAsync)
            .WithTags(BuildOperationEndpoints.Tag)
            .Posts<VersionSuggestionsRequest>("POST_BuildOperations_PostVersionSuggestions", Scope.BuildsRead, optional: false)
            .Produces<PlatformVersions>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);

    private static Task<IResult> SuggestAsync(HttpContext context, Database database, VersionSuggestionsRequest body) => database.ReadAsync(
        async connection =>
        {
            var subject = await ApplicationInEnvironment.RequireAsync(connection, null, context.Caller().Organisation, body.EnvironmentKey, body.ApplicationKey);
            async Task<NativeBuildVersions?> Of(MobilePlatform platform) =>
                body.MobilePlatform is { } wanted && wanted.Value != platform ? null : await VersionSuggestions.OfAsync(connection, null, subject, platform);
            return Results.Ok(new PlatformVersions { Android = await Of(MobilePlatform.Android), Ios = await Of(MobilePlatform.Ios) });
        },
        context.RequestAborted);
}
