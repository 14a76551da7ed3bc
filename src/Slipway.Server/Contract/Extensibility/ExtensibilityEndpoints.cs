using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Server.Access;
using Slipway.Server.Contract.Configurations;
using Slipway.Server.Contract.Wire;
using Slipway.Server.Credentials;
using Slipway.Server.Requests;
using Slipway.Server.Store;

namespace Slipway.Server.Contract.Extensibility;

/// <summary>Settings of apps and libraries that differ between environments.</summary>
internal static class ExtensibilityEndpoints
{
    private const string Path = ConfigurationEndpoints.Path + "/extensibility-settings";
    private const string Tag = "NativeBuildExtensibilitySettings";

    public static void MapExtensibilitySettings(this IEndpointRouteBuilder contract)
    {
        contract.MapGet(Path, ListAsync).WithTags(Tag).Reads("GET_NativeBuildExtensibilitySettings_Get", Scope.ConfigurationsRead)
            .Produces<ExtensibilitySettingsResponse>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        contract.MapPatch(Path, ChangeAsync).WithTags(Tag)
            .Patches<ExtensibilitySettingsRequest>("PATCH_NativeBuildExtensibilitySettings_Patch", Scope.ConfigurationsWrite).BodyLimit(CredentialRules.BodyLimit)
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static Task<IResult> ListAsync(HttpContext context, Database database, Guid environmentKey, Guid applicationKey) => database.ReadAsync(
        async connection =>
        {
            var subject = await ApplicationInEnvironment.RequireAsync(connection, null, context.Caller().Organisation, environmentKey, applicationKey);
            var rows = await SettingStore.ListAsync(connection, null, subject);
            return Results.Ok(new ExtensibilitySettingsResponse
            {
                Settings = [.. rows.Where(row => row.LibraryKey.Length == 0).Select(Describe)],
                Libraries = [.. rows.Where(row => row.LibraryKey.Length > 0).GroupBy(row => row.LibraryKey).Select(library => new LibraryConfigurationResponse
                {
                    Key = library.Key,
                    Revision = 1,
                    Settings = [.. library.Select(Describe)],
                })],
            });
        },
        context.RequestAborted);

    private static async Task<IResult> ChangeAsync(HttpContext context, SettingStore store, Guid environmentKey, Guid applicationKey, ExtensibilitySettingsRequest body)
    {
        await store.ChangeAsync(context.Caller(), environmentKey, applicationKey, SettingRules.Read(body), context.RequestAborted);
        return Results.NoContent();
    }

    private static ExtensibilitySettingsItemResponse Describe(SettingRow row)
    {
        var facts = SettingFacts.Parse(row.Metadata);
        return new ExtensibilitySettingsItemResponse
        {
            Key = row.Key,
            Name = facts.Name ?? row.Key,
            Description = facts.Description,
            DataType = facts.DataType,
            DefaultValue = facts.DefaultValue,
            Value = row.Value,
            ValueOrigin = row.Value is null && row.Secret is null ? Origin.Default : Origin.Override,
            IsSecret = facts.IsSecret || row.Secret is not null,
            IsMandatory = facts.IsMandatory,
            LastUpdateDate = DatabaseTime.Of(row.UpdatedAt),
            Metadata = facts.Metadata,
        };
    }
}
