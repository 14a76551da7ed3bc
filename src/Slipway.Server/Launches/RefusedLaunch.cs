namespace Slipway.Server.Launches;

/// <summary>A launch that the policy of its environment refused.</summary>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="Channel">The channel of the launch: CLI, IDE, Console or API.</param>
internal sealed record RefusedLaunch(string EnvironmentKey, string Channel);
