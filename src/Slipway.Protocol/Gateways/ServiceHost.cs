namespace Slipway.Protocol.Gateways;

/// <summary>A host that clients of a service must reach.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Port">The port.</param>
/// <param name="For">Its purpose, for people.</param>
public sealed record ServiceHost(string Name, int Port, string For);
