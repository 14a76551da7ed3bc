using System.Text.Json.Serialization;

namespace Slipway.Protocol.Builds;

/// <summary>The status of a build. It only moves forward.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BuildStatus>))]
public enum BuildStatus
{
    /// <summary>The build is in the queue.</summary>
    Waiting,

    /// <summary>A worker checks the app, its configuration and its credentials.</summary>
    Validating,

    /// <summary>A worker makes the package.</summary>
    Building,

    /// <summary>Part of the contract; not used here.</summary>
    Shielding,

    /// <summary>The build has made its package.</summary>
    Finished,

    /// <summary>The build has ended without a package: it failed or was cancelled.</summary>
    Error,
}

/// <summary>The event <c>status</c>: the status of a build changed.</summary>
/// <param name="Build">Id of the build.</param>
/// <param name="Status">The new status.</param>
public sealed record StatusChange(Guid Build, BuildStatus Status);
