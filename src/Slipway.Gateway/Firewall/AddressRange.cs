namespace Slipway.Gateway.Firewall;

/// <summary>A range of addresses of one family.</summary>
/// <param name="First">The lowest address, included.</param>
/// <param name="Last">The highest address, included.</param>
internal readonly record struct AddressRange(UInt128 First, UInt128 Last);
