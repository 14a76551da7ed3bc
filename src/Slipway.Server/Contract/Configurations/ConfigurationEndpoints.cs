using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Credentials;
using Slipway.Server.Requests;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Configurations;

/// <summary>Build configurations of applications in environments.</summary>
internal static class ConfigurationEndpoints
{
    public const string Path = "/environments/{environmentKey}/applications/{applicationKey}/configurations";

    private const string Tag = "NativeMobileConfigurations";

    public static void MapConfigurations(this IEndpointRouteBuilder contract)
    {
        contract.MapGet(Path + "/android", (HttpContext context, Database database, Guid environmentKey, Guid applicationKey) =>
                FindAsync(context, database, environmentKey, applicationKey, MobilePlatform.Android, ConfigurationResults.Android))
            .WithTags(Tag).Reads("GET_NativeBuildConfigurations_GetAndroidMobileConfiguration", Scope.ConfigurationsRead)
            .Produces<AndroidBuildConfigurationResult>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        contract.MapGet(Path + "/ios", (HttpContext context, Database database, Guid environmentKey, Guid applicationKey) =>
                FindAsync(context, database, environmentKey, applicationKey, MobilePlatform.Ios, ConfigurationResults.Ios))
            .WithTags(Tag).Reads("GET_NativeBuildConfigurations_GetIosMobileConfiguration", Scope.ConfigurationsRead)
            .Produces<IosBuildConfigurationResult>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        contract.MapPatch(Path + "/android", (HttpContext context, ConfigurationEditor keeper, Guid environmentKey, Guid applicationKey, AndroidBuildConfigurationRequest body) =>
                PatchAsync(context, keeper, environmentKey, applicationKey, MobilePlatform.Android, ConfigurationPatch.Of(body)))
            .WithTags(Tag).Patches<AndroidBuildConfigurationRequest>("PATCH_NativeBuildConfigurations_UpdateMobileAndroidConfiguration", Scope.ConfigurationsWrite)
            .BodyLimit(CredentialRules.BodyLimit)
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        contract.MapPatch(Path + "/ios", (HttpContext context, ConfigurationEditor keeper, Guid environmentKey, Guid applicationKey, IosBuildConfigurationRequest body) =>
                PatchAsync(context, keeper, environmentKey, applicationKey, MobilePlatform.Ios, ConfigurationPatch.Of(body)))
            .WithTags(Tag).Patches<IosBuildConfigurationRequest>("PATCH_NativeBuildConfigurations_UpdateMobileIosConfiguration", Scope.ConfigurationsWrite)
            .BodyLimit(CredentialRules.BodyLimit)
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static Task<IResult> FindAsync<T>(HttpContext context, Database database, Guid environment, Guid application, MobilePlatform platform, Func<BuildConfiguration, T> describe) =>
        database.ReadAsync(
            async connection =>
            {
                var subject = await ApplicationInEnvironment.RequireAsync(connection, null, context.Caller().Organisation, environment, application);
                return await ConfigurationStore.FindAsync(connection, null, subject, platform) is { } configuration
                    ? Results.Ok(describe(configuration))
                    : throw new ProblemException(ServiceProblems.NotFound.At("configuration", $"The application was not configured for {platform} in the environment."));
            },
            context.RequestAborted);

    private static async Task<IResult> PatchAsync(
        HttpContext context, ConfigurationEditor keeper, Guid environment, Guid application, MobilePlatform platform, IReadOnlyDictionary<string, string?> patch)
    {
        await keeper.PatchAsync(context.Caller(), environment, application, platform, patch, context.RequestAborted);
        return Results.NoContent();
    }
}
