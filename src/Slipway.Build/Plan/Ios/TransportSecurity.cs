namespace Slipway.Build.Plan.Ios;

/// <summary>App transport security: where the app may load from without TLS (NSAppTransportSecurity of Info.plist).</summary>
/// <param name="AllowsAnyHost">Plain http everywhere, as <c>&lt;access origin="*"&gt;</c> asks for.</param>
/// <param name="InsecureHosts">Hosts that may be reached by plain http.</param>
public sealed record TransportSecurity(bool AllowsAnyHost, IReadOnlyList<InsecureHost> InsecureHosts);
