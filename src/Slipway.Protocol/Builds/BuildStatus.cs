using System.Text.Json.Serialization;

namespace Slipway.Protocol.Builds;

/// <summary>How far a build is. It only moves forward.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BuildStatus>))]
public enum BuildStatus
{
    /// <summary>In the queue.</summary>
    Waiting,

    /// <summary>A worker looks at the app, the configuration and the keys.</summary>
    Validating,

    /// <summary>A worker makes the package.</summary>
    Building,

    /// <summary>Part of the contract; not used here.</summary>
    Shielding,

    /// <summary>The package is there.</summary>
    Finished,

    /// <summary>There is no package: something was wrong, or the build was cancelled.</summary>
    Error,
}
