using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Contract.Wire;

/// <summary>Asks whether a new package is needed.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationValidationRequest
{
    /// <summary>The environment.</summary>
    [NeverNull]
    public Guid? EnvironmentKey { get; init; }

    /// <summary>The application.</summary>
    [NeverNull]
    public Guid? ApplicationKey { get; init; }

    /// <summary>The build key of the revision; if omitted, the revision number decides.</summary>
    [NeverNull]
    public Guid? BuildKey { get; init; }

    /// <summary>The revision number within the application; if omitted, the build key decides.</summary>
    [NeverNull]
    public int? Revision { get; init; }

    /// <summary>The platform; if omitted, all platforms.</summary>
    public EnumParameter<MobilePlatform>? MobilePlatform { get; init; }
}

/// <summary>Which platforms need a new package.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationValidationResponse
{
    /// <summary>The answer for each platform that was asked about.</summary>
    public PlatformValidations? PlatformResults { get; init; }
}

/// <summary>Which platforms need a new package.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PlatformValidations
{
    /// <summary>Android.</summary>
    [NeverNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("Android")]
    public NativeBuildValidationResult? Android { get; init; }

    /// <summary>iOS.</summary>
    [NeverNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("iOS")]
    public NativeBuildValidationResult? Ios { get; init; }
}

/// <summary>Whether the application needs a new package.</summary>
internal enum NativeBuildValidationResult
{
    /// <summary>A file that is compiled or packed into the package has changed.</summary>
    NativeBuildNeeded,

    /// <summary>The existing package suffices.</summary>
    NativeBuildNotNeeded,

    /// <summary>No package can be built yet.</summary>
    MissingConfiguration,
}
