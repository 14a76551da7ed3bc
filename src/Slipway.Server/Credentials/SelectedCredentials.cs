using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Server.Credentials;

/// <summary>The credentials that sign a build.</summary>
/// <param name="Type">The build type.</param>
/// <param name="References">Ids of credentials, or the reserved name for those in the configuration; empty for the simulator.</param>
internal sealed record SelectedCredentials(MobileBuildType Type, LaunchCredentials References);
