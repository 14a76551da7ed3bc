using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Hosting;

/// <summary>Something that happened to a gateway itself.</summary>
/// <param name="Name">A word.</param>
/// <param name="Detail">What happened.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record GatewayEvent(string Name, string Detail, IReadOnlyList<Problem> Problems);
