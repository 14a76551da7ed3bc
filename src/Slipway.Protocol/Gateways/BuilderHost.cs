namespace Slipway.Protocol.Gateways;

/// <summary>A host that clients of a service have to reach.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Port">The port.</param>
/// <param name="For">What it is needed for, in words.</param>
public sealed record BuilderHost(string Name, int Port, string For);
