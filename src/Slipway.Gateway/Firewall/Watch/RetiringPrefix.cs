namespace Slipway.Gateway.Firewall.Watch;

/// <summary>Addresses that have left the list and stay allowed for a while, because prefixes often return within days.</summary>
/// <param name="Prefix">The addresses.</param>
/// <param name="Since">When they were first missing.</param>
public sealed record RetiringPrefix(CidrPrefix Prefix, DateTimeOffset Since);
