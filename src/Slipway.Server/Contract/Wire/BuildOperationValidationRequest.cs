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

    /// <summary>The key of the revision's files; left out, the revision of the application.</summary>
    [NeverNull]
    public Guid? BuildKey { get; init; }

    /// <summary>The revision of the application; left out, that of the build key.</summary>
    [NeverNull]
    public int? Revision { get; init; }

    /// <summary>Left out, all platforms.</summary>
    public Named<MobilePlatform>? MobilePlatform { get; init; }
}
