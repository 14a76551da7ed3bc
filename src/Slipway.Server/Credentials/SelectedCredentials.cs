using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Server.Credentials;

/// <summary>What signs a build.</summary>
/// <param name="Type">What the package is for.</param>
/// <param name="References">Ids of credentials, or the word for what the configuration has; nothing for the simulator.</param>
internal sealed record SelectedCredentials(MobileBuildType Type, LaunchCredentials References);
