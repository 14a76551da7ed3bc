using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Hosting;

/// <summary>An event of the gateway itself, as opposed to a request.</summary>
/// <param name="Name">The kind of event, one word.</param>
/// <param name="Detail">What happened.</param>
/// <param name="Problems">The problems, if any.</param>
public sealed record GatewayEvent(string Name, string Detail, IReadOnlyList<Problem> Problems);
