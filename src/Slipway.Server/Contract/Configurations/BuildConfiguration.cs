using System.Text.Json;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Configurations;

/// <summary>The settings for building an application in an environment for a platform.</summary>
/// <param name="Settings">The fields that have a value.</param>
/// <param name="UpdatedAt">Time of the last change, in milliseconds since 1970.</param>
internal sealed record BuildConfiguration(IReadOnlyDictionary<string, ConfigurationField> Settings, long UpdatedAt)
{
    /// <summary>The build type; null if it is not set.</summary>
    public MobileBuildType? BuildType => Text(ConfigurationFieldNames.BuildType) is { } type ? EnumText.Parse<MobileBuildType>(type) : null;

    /// <summary>Package name or bundle identifier; null to use the app's own.</summary>
    public string? AppIdentifier => Text(ConfigurationFieldNames.AppIdentifier);

    /// <summary>The requested version of the builder; null for the newest.</summary>
    public string? BuilderVersion => Text(ConfigurationFieldNames.BuilderVersion);

    /// <summary>The framework; null to detect it from the app.</summary>
    public MobileFramework? Framework => Text(ConfigurationFieldNames.Framework) is { } framework ? EnumText.Parse<MobileFramework>(framework) : null;

    public static BuildConfiguration Parse(string settings, long updatedAt) =>
        new(JsonSerializer.Deserialize<Dictionary<string, ConfigurationField>>(settings, JsonSerializerOptions.Web)!, updatedAt);

    /// <summary>Returns a field; null if it has no value.</summary>
    public ConfigurationField? Find(string field) => Settings.GetValueOrDefault(field);

    /// <summary>Returns the value of a field that is not a secret.</summary>
    public string? Text(string field) => Find(field)?.Value;

    /// <summary>Returns the JSON for the database row.</summary>
    public string ToJson() => JsonSerializer.Serialize(Settings, JsonSerializerOptions.Web);
}

/// <summary>A field of a configuration.</summary>
/// <param name="Value">Its value; null for a secret.</param>
/// <param name="Secret">Id of the secret in the vault; null if the field is not a secret.</param>
/// <param name="UpdatedAt">When it was set, in milliseconds since 1970.</param>
internal sealed record ConfigurationField(string? Value, string? Secret, long UpdatedAt);
