using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Which platforms need a new package.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationValidationResponse
{
    /// <summary>The answer for each platform that was asked about.</summary>
    public PlatformValidations? PlatformResults { get; init; }
}
