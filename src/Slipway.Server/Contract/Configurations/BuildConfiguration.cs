using System.Text.Json;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract.Configurations;

/// <summary>How an application is built in an environment for a platform.</summary>
/// <param name="Settings">Fields that have a value.</param>
/// <param name="UpdatedAt">When any of them was changed last, in milliseconds since 1970.</param>
internal sealed record BuildConfiguration(IReadOnlyDictionary<string, Setting> Settings, long UpdatedAt)
{
    /// <summary>What packages are made for; null where nobody said.</summary>
    public MobileBuildType? BuildType => Text(Field.BuildType) is { } type ? EnumText.Parse<MobileBuildType>(type) : null;

    /// <summary>Package name or bundle identifier; null for the app's own.</summary>
    public string? AppIdentifier => Text(Field.AppIdentifier);

    /// <summary>The version of the builder that was asked for; null for the newest.</summary>
    public string? BuilderVersion => Text(Field.BuilderVersion);

    /// <summary>The framework; null for what the app is.</summary>
    public MobileFramework? Framework => Text(Field.Framework) is { } framework ? EnumText.Parse<MobileFramework>(framework) : null;

    public static BuildConfiguration Parse(string settings, long updatedAt) =>
        new(JsonSerializer.Deserialize<Dictionary<string, Setting>>(settings, JsonSerializerOptions.Web)!, updatedAt);

    /// <summary>The field; null where it has no value.</summary>
    public Setting? Find(string field) => Settings.GetValueOrDefault(field);

    /// <summary>The value of a field that is no secret.</summary>
    public string? Text(string field) => Find(field)?.Value;

    /// <summary>As a row keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(Settings, JsonSerializerOptions.Web);
}
