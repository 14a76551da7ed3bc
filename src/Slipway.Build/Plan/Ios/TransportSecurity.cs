namespace Slipway.Build.Plan.Ios;

/// <summary>App transport security: the servers from which the app may load without TLS (NSAppTransportSecurity of Info.plist).</summary>
/// <param name="AllowsAnyHost">Whether plain HTTP is allowed to every host, as <c>&lt;access origin="*"&gt;</c> requests.</param>
/// <param name="InsecureHosts">Hosts that the app may reach by plain HTTP.</param>
public sealed record TransportSecurity(bool AllowsAnyHost, IReadOnlyList<InsecureHost> InsecureHosts);
