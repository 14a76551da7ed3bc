using Slipway.Protocol.Launches;

namespace Slipway.Server.Launches;

/// <summary>What was asked of a build; the JSON of its row's column <c>request</c>.</summary>
/// <param name="Options">What wins over what the app says of itself.</param>
/// <param name="Credentials">What signs: in a row ids of credentials, or the word for what the configuration has.</param>
internal sealed record BuildAsk(LaunchOptions Options, LaunchCredentials Credentials);
