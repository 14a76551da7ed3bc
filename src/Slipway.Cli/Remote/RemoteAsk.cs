using Slipway.Build.Plan;
using Slipway.Protocol.Launches;

namespace Slipway.Cli.Remote;

/// <summary>A build that a service is asked for.</summary>
/// <param name="Request">What is wanted.</param>
/// <param name="Type">What the package is for, as it was written; null when nothing was said.</param>
/// <param name="Application">Name or key of the application; null for the app's name.</param>
/// <param name="Environment">Name or key of the environment; null for the usual one.</param>
/// <param name="Credentials">What signs.</param>
internal sealed record RemoteAsk(BuildRequest Request, string? Type, string? Application, string? Environment, LaunchCredentials Credentials);
