namespace Slipway.Gateway.Diagnosis.Ways;

/// <summary>Whether a way to reach the service works from here.</summary>
/// <param name="Name">combination, single-machine, proxy, firewall-by-domain, firewall-by-address.</param>
/// <param name="Works">Whether it works; null when unknown.</param>
/// <param name="Why">The reason for the verdict.</param>
public sealed record WayVerdict(string Name, bool? Works, string Why);
