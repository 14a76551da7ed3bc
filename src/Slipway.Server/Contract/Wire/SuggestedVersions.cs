using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Contract.Wire;

/// <summary>Asks for the version of the next build.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record VersionSuggestionsRequest
{
    /// <summary>The environment.</summary>
    [NeverNull]
    public Guid? EnvironmentKey { get; init; }

    /// <summary>The application.</summary>
    [NeverNull]
    public Guid? ApplicationKey { get; init; }

    /// <summary>The platform; if omitted, all platforms.</summary>
    public EnumParameter<MobilePlatform>? MobilePlatform { get; init; }
}

/// <summary>The version of the next build for each platform.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PlatformVersions
{
    /// <summary>For Android.</summary>
    [NeverNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("Android")]
    public NativeBuildVersions? Android { get; init; }

    /// <summary>For iOS.</summary>
    [NeverNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("iOS")]
    public NativeBuildVersions? Ios { get; init; }
}

/// <summary>The version of the next build.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NativeBuildVersions
{
    /// <summary>The version that users see, such as 1.4.2.</summary>
    public string? MobileVersionNumber { get; init; }

    /// <summary>The version that stores compare.</summary>
    public int MobileVersionCode { get; init; }

    /// <summary>The platform.</summary>
    public MobilePlatform MobilePlatform { get; init; }
}
