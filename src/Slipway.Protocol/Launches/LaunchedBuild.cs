using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Launches;

/// <summary>A build that a launch started.</summary>
/// <param name="Key">Id of the build.</param>
/// <param name="Platform">Platform.</param>
/// <param name="Url">Where it is described.</param>
public sealed record LaunchedBuild(Guid Key, MobilePlatform Platform, string Url);
