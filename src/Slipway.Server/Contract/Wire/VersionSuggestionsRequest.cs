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
