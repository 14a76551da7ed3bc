namespace Slipway.Gateway.Diagnosis.Ways;

/// <summary>Whether a way of reaching the service works from here.</summary>
/// <param name="Name">combination, single-machine, proxy, firewall-by-domain, firewall-by-address.</param>
/// <param name="Works">Null when that is not known.</param>
/// <param name="Why">What says so.</param>
public sealed record WayVerdict(string Name, bool? Works, string Why);
