namespace Slipway.Protocol.Builds;

/// <summary>The event <c>status</c>: the status of a build changed.</summary>
/// <param name="Build">Id of the build.</param>
/// <param name="Status">The new status.</param>
public sealed record StatusChange(Guid Build, BuildStatus Status);
