using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Contract.Wire;

/// <summary>Asks for a build.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationRequest
{
    /// <summary>The key of the revision's files; left out, the revision of the application.</summary>
    [NeverNull]
    public Guid? BuildKey { get; init; }

    /// <summary>The revision of the application; left out, that of the build key.</summary>
    [NeverNull]
    public int? Revision { get; init; }

    /// <summary>Such as 1.4.2; left out, the suggested one.</summary>
    public string? MobileVersionNumber { get; init; }

    /// <summary>Left out, the suggested one.</summary>
    public int? MobileVersionCode { get; init; }

    /// <summary>What to build for.</summary>
    [NeverNull]
    public Named<MobilePlatform>? MobilePlatform { get; init; }

    /// <summary>The environment.</summary>
    [NeverNull]
    public Guid? EnvironmentKey { get; init; }

    /// <summary>The application.</summary>
    [NeverNull]
    public Guid? ApplicationKey { get; init; }
}
