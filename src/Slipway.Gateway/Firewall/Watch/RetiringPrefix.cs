namespace Slipway.Gateway.Firewall.Watch;

/// <summary>Addresses that have left the list but are allowed for a while: prefixes come back within days often enough.</summary>
/// <param name="Prefix">The addresses.</param>
/// <param name="Since">When they were first missed.</param>
public sealed record RetiringPrefix(Prefix Prefix, DateTimeOffset Since);
