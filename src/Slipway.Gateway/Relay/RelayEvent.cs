using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>Something that happened to a relay itself.</summary>
/// <param name="Name">A word.</param>
/// <param name="Detail">What happened.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record RelayEvent(string Name, string Detail, IReadOnlyList<Problem> Problems);
