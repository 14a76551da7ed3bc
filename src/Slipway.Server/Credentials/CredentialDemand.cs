using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Server.Credentials;

/// <summary>A build that needs to be signed.</summary>
/// <param name="Organisation">Whose it is.</param>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="ApplicationKey">The application.</param>
/// <param name="Platform">Platform.</param>
/// <param name="Type">What the package is for; null for what the configuration or the profile says, or what needs the least.</param>
/// <param name="AppIdentifier">Application id, where it is known before the build.</param>
/// <param name="Named">What was named to sign with: names or ids.</param>
internal sealed record CredentialDemand(
    string Organisation, string EnvironmentKey, string ApplicationKey, MobilePlatform Platform, MobileBuildType? Type, string? AppIdentifier, LaunchCredentials Named);
