namespace Slipway.Gateway.Firewall;

/// <summary>Addresses of one family from the first to the last, both included.</summary>
/// <param name="First">The lowest.</param>
/// <param name="Last">The highest.</param>
internal readonly record struct AddressRange(UInt128 First, UInt128 Last);
