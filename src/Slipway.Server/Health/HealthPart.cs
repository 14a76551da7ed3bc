namespace Slipway.Server.Health;

/// <summary>How well a part of the service is.</summary>
/// <param name="Name">Which part.</param>
/// <param name="Status">How well it is.</param>
/// <param name="Message">What is wrong; nothing about the inside of the service, because anybody may ask.</param>
internal sealed record HealthPart(string Name, HealthStatus Status, string Message);
