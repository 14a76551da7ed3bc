using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

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
