namespace Slipway.Server.Launches;

/// <summary>A launch that came another way than its environment allows.</summary>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="Channel">Where it was launched from.</param>
internal sealed record RefusedLaunch(string EnvironmentKey, string Channel);
