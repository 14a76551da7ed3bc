using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Relay;

/// <summary>An event of the relay itself, as opposed to a request.</summary>
/// <param name="Name">The kind of event, one word.</param>
/// <param name="Detail">What happened.</param>
/// <param name="Problems">The problems, if any.</param>
public sealed record RelayEvent(string Name, string Detail, IReadOnlyList<Problem> Problems);
