using Slipway.Protocol.Problems;

namespace Slipway.Server.Health;

/// <summary>How well a part of the service is.</summary>
/// <param name="Name">Which part.</param>
/// <param name="Status">How well it is.</param>
/// <param name="Message">What is wrong; nothing about the inside of the service, because anybody may ask.</param>
/// <param name="Code">Code of the catalogue that says what to do; null when there is none.</param>
internal sealed record HealthPart(string Name, HealthStatus Status, string Message, string? Code = null)
{
    /// <summary>A part in a state of the catalogue: its title, which is the same everywhere.</summary>
    public static HealthPart Of(string name, HealthStatus status, Problem state) => new(name, status, $"{state.Kind.Title}.", state.Code);
}
