using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Contract.Wire;

/// <summary>Requests a build.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationRequest
{
    /// <summary>The build key of the revision; if omitted, the revision number decides.</summary>
    [NeverNull]
    public Guid? BuildKey { get; init; }

    /// <summary>The revision number within the application; if omitted, the build key decides.</summary>
    [NeverNull]
    public int? Revision { get; init; }

    /// <summary>The version that users see, such as 1.4.2; if omitted, the suggested one.</summary>
    public string? MobileVersionNumber { get; init; }

    /// <summary>The version that stores compare; if omitted, the suggested one.</summary>
    public int? MobileVersionCode { get; init; }

    /// <summary>The platform to build for.</summary>
    [NeverNull]
    public EnumParameter<MobilePlatform>? MobilePlatform { get; init; }

    /// <summary>The environment.</summary>
    [NeverNull]
    public Guid? EnvironmentKey { get; init; }

    /// <summary>The application.</summary>
    [NeverNull]
    public Guid? ApplicationKey { get; init; }
}
