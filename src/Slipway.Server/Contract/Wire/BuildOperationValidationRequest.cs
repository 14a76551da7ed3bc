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
