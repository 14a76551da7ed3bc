namespace Slipway.Formats.Arsc;

/// <summary>A value and the devices to which it applies.</summary>
/// <param name="Configuration">The devices.</param>
/// <param name="Value">The value.</param>
public sealed record ConfiguredValue(ResourceConfiguration Configuration, ResourceValue Value);
