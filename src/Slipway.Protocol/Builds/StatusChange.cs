namespace Slipway.Protocol.Builds;

/// <summary>The event <c>status</c>: a build went on.</summary>
/// <param name="Build">Id of the build.</param>
/// <param name="Status">How far it is now.</param>
public sealed record StatusChange(Guid Build, BuildStatus Status);
