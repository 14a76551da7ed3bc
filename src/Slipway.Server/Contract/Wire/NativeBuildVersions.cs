using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

namespace Slipway.Server.Contract.Wire;

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
