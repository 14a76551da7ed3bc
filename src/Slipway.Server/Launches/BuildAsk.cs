using Slipway.Protocol.Launches;

namespace Slipway.Server.Launches;

/// <summary>What was asked of a build; the JSON of its row's column <c>request</c>.</summary>
/// <param name="Options">What wins over what the app says of itself.</param>
/// <param name="Credentials">What to sign with, as it was named; what is null is looked up when the build begins.</param>
internal sealed record BuildAsk(LaunchOptions Options, LaunchCredentials Credentials);
