using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Server.Credentials;

/// <summary>The requirements of a build for its credentials.</summary>
/// <param name="Organisation">The organisation that owns it.</param>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="ApplicationKey">The application.</param>
/// <param name="Platform">Platform.</param>
/// <param name="Type">The build type; null to take that of the configuration or the profile, or else the type that needs the fewest credentials.</param>
/// <param name="AppIdentifier">Application id, if it is known before the build.</param>
/// <param name="Named">Names or ids of the credentials that the launch names.</param>
internal sealed record BuildToSign(
    string Organisation, string EnvironmentKey, string ApplicationKey, MobilePlatform Platform, MobileBuildType? Type, string? AppIdentifier, LaunchCredentials Named);

/// <summary>The credentials that sign a build.</summary>
/// <param name="Type">The build type.</param>
/// <param name="References">Ids of credentials, or the reserved name for those in the configuration; empty for the simulator.</param>
internal sealed record SelectedCredentials(MobileBuildType Type, LaunchCredentials References);
